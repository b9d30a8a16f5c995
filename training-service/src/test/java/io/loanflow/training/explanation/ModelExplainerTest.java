package io.loanflow.training.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.Growth;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.reason.Reasons;
import io.loanflow.model.reason.ReferenceMaker;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import io.loanflow.training.rows.TrainingData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelExplainerTest {

    private static final TrainingData DATA = EncodedTable.of(
                    LoanTable.generated(3000, 1), PreprocessingSettings.DEFAULTS)
            .data();
    private static final PlattScaling CALIBRATION = new PlattScaling(0.9, 0.1);

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosting"})
    void theColumnsThatDecideAreTheStrongest(String family) {
        ModelExplanation explanation = explained(model(family), 2);

        assertThat(explanation.contributions())
                .hasSize(12)
                .extracting(ColumnContribution::column)
                .doesNotContain("person_gender")
                .startsWith("previous_loan_defaults_on_file", "loan_percent_income", "loan_int_rate");
        // Share and rate count for nothing where there was a default.
        Interaction first = explanation.interactions().get(0);
        assertThat(List.of("previous_loan_defaults_on_file", "loan_percent_income", "loan_int_rate"))
                .contains(first.first(), first.second());
        Dependence defaults = explanation.dependences().get(0);
        assertThat(defaults.points()).extracting(Dependence.Point::value).containsExactly("No", "Yes");
        assertThat(defaults.points().get(0).mean())
                .isGreaterThan(defaults.points().get(1).mean() + 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosting"})
    void theSameWithAnyNumberOfThreads(String family) {
        FittedModel model = model(family);

        ModelExplanation one = explained(model, 1);
        ModelExplanation three = explained(model, 3);

        assertThat(three.contributions()).isEqualTo(one.contributions());
        assertThat(three.interactions()).isEqualTo(one.interactions());
        assertThat(three.dependences().stream().map(Dependence::points))
                .containsExactlyElementsOf(
                        one.dependences().stream().map(Dependence::points).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosting"})
    void aPointIsTheMeanOfTheRowsWithThatValue(String family) {
        FittedModel model = model(family);
        Dependence home = explained(model, 2).dependences().stream()
                .filter(one -> one.column().equals("person_home_ownership"))
                .findFirst()
                .orElseThrow();
        PartRows rows = DATA.train()
                .only(new SplittableRandom(42)
                        .ints(0, DATA.train().size())
                        .distinct()
                        .limit(500)
                        .toArray());
        for (String category : List.of("RENT", "OWN", "MORTGAGE", "OTHER")) {
            double[][] columns = rows.columns().clone();
            for (int i = 0; i < columns.length; i++) {
                String feature = rows.features().get(i);
                if (feature.startsWith("person_home_ownership=")) {
                    columns[i] = new double[rows.size()];
                    Arrays.fill(columns[i], feature.endsWith("=" + category) ? 1 : 0);
                }
            }
            double[] probabilities = CALIBRATION.probabilities(model.scorer().scoreColumns(columns, rows.size()));
            Dependence.Point point = home.points().stream()
                    .filter(one -> one.value().equals(category))
                    .findFirst()
                    .orElseThrow();
            assertThat(point.mean())
                    .isCloseTo(Arrays.stream(probabilities).average().orElseThrow(), within(1e-12));
            assertThat(point.low()).isLessThanOrEqualTo(point.mean());
        }
    }

    private static FittedModel model(String family) {
        Parameters parameters = ModelFamilies.named(family).defaults().with(TrainingSettings.TREES, "20");
        return parameters.family().fit(rows(), parameters, new Growth(2, "a test", trees -> {}, bytes -> {}));
    }

    private static LabelledRows rows() {
        return DATA.train().labelled(TargetLabels.of(DATA.definition()), Map.of());
    }

    private static ModelExplanation explained(FittedModel model, int threads) {
        Reasons reasons = Reasons.of(DATA.definition(), DATA.encoder(), model.trees(), ReferenceMaker.of(rows()));
        return new ModelExplainer(DATA, model.trees(), threads).explain(reasons, CALIBRATION);
    }
}
