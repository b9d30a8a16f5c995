package io.loanflow.model.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.family.BoostingFamily;
import io.loanflow.model.family.FamilyRows;
import io.loanflow.model.family.FittedModel;
import io.loanflow.model.family.ForestFamily;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.Parameters;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final LabelledRows ROWS = rows(1200);
    private static final Reference REFERENCE = ReferenceMaker.of(ROWS);
    private static final List<Row> ASKED = LoanModel.rows(200, 9);

    private final FittedModel boosted = fit(new BoostingFamily(), "20");
    private final Reasons reasons = reasons(boosted, LoanModel.DEFINITION);

    @Test
    void theContributionsOfTheColumnsAndTheBaseAreTheScore() {
        assertSums(boosted, probability -> Math.log(probability / (1 - probability)));
        assertSums(fit(new ForestFamily(), "10"), DoubleUnaryOperator.identity());
    }

    private static void assertSums(FittedModel model, DoubleUnaryOperator scoreOf) {
        Reasons explained = reasons(model, LoanModel.DEFINITION);
        for (Row row : ASKED) {
            Contributions contributions = explained.contributions(row);
            double sum = contributions.base()
                    + contributions.columns().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();

            assertThat(List.copyOf(contributions.columns().keySet())).isEqualTo(names());
            assertThat(sum).isCloseTo(scoreOf.applyAsDouble(probability(model, row)), within(1e-9));
        }
    }

    @Test
    void boostedTreesAreComparedWithTheReferenceRowsAndADeepForestWithItsTrainingRows() {
        double[][] columns = REFERENCE.columns(ROWS.features());
        double mean = Arrays.stream(boosted.scorer().scoreColumns(columns, columns[0].length))
                .map(probability -> Math.log(probability / (1 - probability)))
                .average()
                .orElseThrow();
        Contributions contributions = reasons.contributions(ASKED.get(0));
        Parameters deep = new ForestFamily()
                .defaults()
                .with("trees", "300")
                .with("maxDepth", "40")
                .with("minSamplesLeaf", "1");
        FittedModel forest = new ForestFamily().fit(ROWS, deep, FamilyRows.growth(2));

        Reasons ofForest = reasons(forest, LoanModel.DEFINITION);
        assertThat(reasons.rowsWithin(Duration.ofSeconds(1))).isEqualTo(Long.MAX_VALUE);
        assertThat(ofForest.rowsWithin(Duration.ofSeconds(1))).isBetween(10L, 100_000L);
        assertThat(ofForest.rowsWithin(Duration.ZERO)).isEqualTo(1);
        assertThat(contributions.comparison()).isEqualTo(Contributions.Comparison.POSITIVE_ROWS);
        assertThat(contributions.base()).isCloseTo(mean, within(1e-9));
        assertThat(reasons(forest, LoanModel.DEFINITION)
                        .contributions(ASKED.get(0))
                        .comparison())
                .isEqualTo(Contributions.Comparison.TRAINING_ROWS);
    }

    @Test
    void manyRowsHaveWhatEachHasAlone() {
        List<Contributions> together = reasons.contributions(ASKED);

        assertThat(together)
                .isEqualTo(ASKED.stream().map(reasons::contributions).toList());
        assertThat(reasons.contributions(List.<Row>of())).isEmpty();
    }

    @Test
    void aReasonIsAColumnThatSpokeAgainstTheRowTheStrongestFirst() {
        for (Row row : ASKED) {
            Contributions contributions = reasons.contributions(row);
            List<Reason> against = reasons.against(row, contributions, Integer.MAX_VALUE);

            assertThat(against).allSatisfy(reason -> {
                assertThat(reason.contribution()).isNegative();
                assertThat(reason.contribution()).isEqualTo(contributions.of(reason.column()));
            });
            assertThat(against.stream().map(Reason::contribution)).isSorted();
            assertThat(against).hasSize((int) contributions.columns().values().stream()
                    .filter(value -> value < -1e-9)
                    .count());
            assertThat(reasons.against(row, contributions, 2))
                    .isEqualTo(against.subList(0, Math.min(2, against.size())));
            assertThat(reasons.against(row, contributions, 0)).isEmpty();
        }
    }

    @Test
    void whatIsLowIsBelowTheMeanOfThePositiveRows() {
        int age = names().indexOf("person_age");
        double mean = REFERENCE.feature("person_age").mean();
        List<String> texts = new ArrayList<>();
        for (Row row : ASKED) {
            reasons.against(row, reasons.contributions(row), Integer.MAX_VALUE).stream()
                    .filter(reason -> reason.column().equals("person_age"))
                    .forEach(reason -> {
                        texts.add(reason.text());
                        assertThat(reason.text())
                                .isEqualTo("Age of the applicant: " + (row.numbers()[age] < mean ? "low" : "high"));
                    });
        }
        assertThat(texts).contains("Age of the applicant: low");
    }

    @Test
    void aReasonIsCalledAsTheDefinitionSaysAndByItsCategory() {
        DatasetDefinition without =
                DatasetDefinitionReader.read(LoanModel.TEXT.replaceAll(" +reasons: .*\n", ""), "dataset.yaml");

        assertThat(textsOf(reasons, "person_home_ownership"))
                .contains("Lives for rent")
                .isSubsetOf(
                        "Lives for rent",
                        "Owns the home",
                        "Has a mortgage on the home",
                        "How the applicant lives: OTHER");
        assertThat(textsOf(reasons(boosted, without), "person_home_ownership"))
                .contains("How the applicant lives: RENT")
                .allMatch(text -> text.matches("How the applicant lives: (RENT|OWN|MORTGAGE|OTHER)"));
    }

    @Test
    void aMissingValueIsSaidToBeMissing() {
        Row row = ASKED.get(0);
        double[] numbers = row.numbers().clone();
        numbers[names().indexOf("person_age")] = Double.NaN;

        assertThat(textsOf(reasons, "person_age", List.of(new Row(numbers, row.categories()))))
                .isSubsetOf("Age of the applicant: not given");
    }

    private static List<String> textsOf(Reasons reasons, String column) {
        return textsOf(reasons, column, ASKED);
    }

    private static List<String> textsOf(Reasons reasons, String column, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> reasons.against(row, reasons.contributions(row), Integer.MAX_VALUE).stream())
                .filter(reason -> reason.column().equals(column))
                .map(Reason::text)
                .distinct()
                .toList();
    }

    @Test
    void theReferenceHoldsClassesOfValues() {
        LabelledRows many = rows(20_000);
        Reference reference = ReferenceMaker.of(many);

        assertThat(reference.rows()).isEqualTo(many.positives());
        assertThat(reference.sample()).hasSize(500);
        assertThat(reference.feature("person_income").values()).hasSize(32).isSorted();
        assertThat(reference.feature("previous_loan_defaults_on_file").values()).containsExactly(0.0, 1.0);
        assertThat(ReferenceMaker.of(many)).isEqualTo(reference);
    }

    @Test
    void oneRowIsReferenceEnough() {
        double[][] columns = {{1, 2.5, 7}};
        Reference reference = ReferenceMaker.of(
                new LabelledRows(List.of("x"), columns, new int[] {0, 1, 0}, ROWS.targets(), Map.of()));

        assertThat(reference.columns(List.of("x"))).isEqualTo(new double[][] {{2.5}});
        assertThatThrownBy(() -> reference.columns(List.of("y")))
                .hasMessage("the reference is of other features than [y]");
    }

    /** Age speaks for a row, living for rent against it. */
    private static LabelledRows rows(int size) {
        List<Row> rows = LoanModel.rows(size, 1);
        int home = names().indexOf("person_home_ownership");
        int[] labels = rows.stream()
                .mapToInt(row -> row.numbers()[0] - ("RENT".equals(row.categories()[home]) ? 20 : 0) > 50 ? 1 : 0)
                .toArray();
        return new LabelledRows(
                LoanModel.ENCODER.featureNames(),
                EncodedRows.columns(LoanModel.ENCODER, rows),
                labels,
                new TargetLabels("0", "1"),
                Map.of());
    }

    private static double probability(FittedModel model, Row row) {
        return model.scorer()
                .score(EncodedRows.features(LoanModel.ENCODER, ROWS.features().size(), row));
    }

    private static List<String> names() {
        return LoanModel.DEFINITION.features().stream().map(Column::name).toList();
    }

    private static FittedModel fit(ModelFamily family, String trees) {
        Parameters parameters = family.defaults().with("trees", trees);
        return family.fit(ROWS, parameters, FamilyRows.growth(2));
    }

    private static Reasons reasons(FittedModel model, DatasetDefinition definition) {
        return Reasons.of(definition, LoanModel.ENCODER, model.trees(), REFERENCE);
    }
}
