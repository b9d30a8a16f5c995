package io.loanflow.training.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.featurebatches.CacheTooSmallException;
import io.loanflow.model.row.FeatureColumns;
import io.loanflow.model.row.Reencoding;
import io.loanflow.testsupport.FailureRules;
import io.loanflow.trees.onnx.GraphImpossibleException;
import io.temporal.activity.ActivityInterface;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void everyExceptionOfOursHasAKind() {
        // Training reads the cache and does not write to it; a model without a graph goes without one.
        FailureRules.everyExceptionHasAKind(
                Failures.KNOWN, "training", CacheTooSmallException.class, GraphImpossibleException.class);
    }

    @Test
    void rowsThatLackWhatTheModelNeedsAreAFactWithItsRemedy() {
        TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
        temporal.registerActivitiesImplementations(new Misfit());

        ActivityFailure failure = catchThrowableOfType(
                ActivityFailure.class,
                () -> temporal.newActivityStub(Scoring.class).score());
        temporal.close();

        ApplicationFailure fact = (ApplicationFailure) failure.getCause();
        assertThat(fact.getType()).isEqualTo(FailureTypes.MODEL_UNUSABLE);
        assertThat(fact.isNonRetryable()).isTrue();
        assertThat(fact.getOriginalMessage())
                .isEqualTo("the model needs the numbers of column income, which the rows do not have; train one on rows"
                        + " like these");
    }

    /** Scores rows. */
    @ActivityInterface
    public interface Scoring {

        void score();
    }

    /** Has rows without the column that the model needs. */
    public static final class Misfit implements Scoring {

        @Override
        public void score() {
            FeatureEncoder needed = new FeatureEncoder(List.of(new NumericEncoding("income", 0, 0, 1)));
            FeatureColumns rows = new FeatureColumns(new FeatureEncoder(List.of()), new double[0][], 1);
            var unused = Failures.typed(() -> Reencoding.columns(rows, needed));
        }
    }
}
