package io.loanflow.training.rows;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.featurebatches.FeatureManifest;
import io.loanflow.featurebatches.StoredBatch;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.Parameters;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final Parameters PARAMETERS = ModelFamilies.STANDARD.defaults();

    /** 4,000,000 rows of 100 features. */
    private static final FeatureManifest LARGE = manifest(4000, 100);

    private final Admission admission = new Admission(2, 512L << 20);

    @Test
    void rowsThatDoNotFitAreRefusedWithTheHeapThatTheyNeed() {
        assertThatThrownBy(() -> admission.require(LARGE, 4_000_000, PARAMETERS))
                .isInstanceOf(TrainingImpossibleException.class)
                .hasMessageMatching(
                        "4,000,000 rows of 100 features need [34],\\d{3} MiB of heap beside the model, and this"
                                + " training service has 512 MiB\\. Give it more .*");
    }

    @Test
    void rowsThatFitAreNot() {
        assertThatCode(() -> admission.require(manifest(45, 20), 45_000, PARAMETERS))
                .doesNotThrowAnyException();
    }

    private static FeatureManifest manifest(int batches, int features) {
        List<String> names = Collections.nCopies(features, "feature");
        return new FeatureManifest(
                "",
                new FeatureSchema("loan", 1, names, "target", List.of()),
                new FeatureEncoder(List.of()),
                Collections.nCopies(batches, new StoredBatch(1000, 500, 8000, "digest")),
                List.of(),
                "digest",
                new PipelineRun("pipeline", "run"),
                1);
    }
}
