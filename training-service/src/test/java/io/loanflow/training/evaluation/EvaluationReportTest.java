package io.loanflow.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionReader;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {

    private static final DatasetDefinition LOAN = LoanTable.definitionOfRepository();

    /** Women: 2 of 4 selected, 1 of 2 found. Men: 1 of 4 selected, 1 of 1 found. */
    private static final PartRows ROWS = new PartRows(
            List.of(),
            List.of("person_gender", "previous_loan_defaults_on_file"),
            new double[0][],
            new byte[] {1, 1, 0, 0, 1, 0, 0, 0},
            new String[][] {
                {"female", "female", "female", "female", "male", "male", "male", "male"},
                {"No", "No", "No", "Yes", "No", "No", "Yes", "Yes"}
            });

    private static final double[] SCORES = {0.9, 0.4, 0.6, 0.1, 0.8, 0.3, 0.2, 0.1};

    private static final EvaluationReport REPORT = EvaluationReport.of(LOAN, ROWS, SCORES, 0.5);

    @Test
    void groupsAreComparedByTheirRates() {
        assertThat(REPORT.comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.column()).isEqualTo("person_gender");
            assertThat(comparison.demographicParityDifference()).isCloseTo(0.25, within(1e-12));
            assertThat(comparison.equalOpportunityDifference()).isCloseTo(0.5, within(1e-12));
        });
    }

    @Test
    void aProtectedNumberIsMeasuredByItsBands() {
        DatasetDefinition ages = DatasetDefinitionReader.read("""
                name: ages
                version: 1
                title: Ages
                description: Ages
                source: {file: ages.csv}
                quarantine-limit: 0
                positive-label: "yes"
                columns:
                  - {name: income, description: Income, type: real, role: feature}
                  - {name: age, description: Age, type: integer, role: protected, bands: [18, 25, 40, 62]}
                  - {name: granted, description: Granted, type: boolean, categories: ["no", "yes"], role: target}
                """, "ages.yaml");
        PartRows rows = new PartRows(
                List.of("income"), List.of("age"), new double[0][], new byte[] {1, 0, 1, 0}, new String[][] {
                    {"18 to 25", "18 to 25", "62 and above", ""}
                });

        EvaluationReport report = EvaluationReport.of(ages, rows, new double[] {0.4, 0.3, 0.9, 0.8}, 0.5);

        assertThat(report.comparisons())
                .singleElement()
                .satisfies(comparison -> assertThat(comparison.groups())
                        .extracting(group -> group.slice().value())
                        .containsExactly("18 to 25", "62 and above"));
        assertThat(MetricNames.of(report))
                .containsEntry("protected/age.18 to 25.selection_rate", 0.0)
                .containsEntry("protected/age.62 and above.selection_rate", 1.0)
                .containsEntry("protected/age.demographic_parity_difference", 1.0);
    }

    @Test
    void slicesHoldTheirRowsOnly() {
        assertThat(REPORT.slices()).singleElement().satisfies(slice -> {
            assertThat(slice.rows()).isEqualTo(5);
            assertThat(slice.evaluation().decisions()).isEqualTo(new ConfusionMatrix(2, 1, 1, 1));
        });
        assertThat(REPORT.all().decisions()).isEqualTo(new ConfusionMatrix(2, 1, 4, 1));
    }

    @Test
    void metricsHaveOneNameEach() {
        Map<String, Double> metrics = MetricNames.of(REPORT);
        assertThat(metrics)
                .containsEntry("accuracy", 0.75)
                .containsEntry("slice/previous_loan_defaults_on_file.No.accuracy", 0.6)
                .containsEntry("protected/person_gender.female.selection_rate", 0.5)
                .containsEntry("protected/person_gender.male.selection_rate", 0.25)
                .containsEntry("protected/person_gender.female.true_positive_rate", 0.5)
                .containsEntry("protected/person_gender.female.false_positive_rate", 0.5)
                .containsEntry("protected/person_gender.demographic_parity_difference", 0.25)
                .containsEntry("protected/person_gender.equal_opportunity_difference", 0.5);
        assertThat(metrics.keySet()).allMatch(name -> name.matches("[A-Za-z0-9_. /-]+"));
    }

    @Test
    void signsThatMlflowRefusesStayApart() {
        assertThat(MetricNames.legal("<=50K")).isEqualTo("_u3c_u3d50K");
        assertThat(MetricNames.legal(">50K")).isEqualTo("_u3e50K");
        assertThat(MetricNames.legal("High School")).isEqualTo("High School");
        assertThat(MetricNames.legal("a.b/ä")).isEqualTo("a_u2eb_u2f_ue4");
    }

    @Test
    void namesOfAnyLengthAndScriptStayShortAndApart() {
        String cyrillic = "\u0436".repeat(60);
        List<String> names = Stream.of(cyrillic, cyrillic + "a", "x".repeat(200), "x".repeat(201), "a.b", "a_u2eb", "")
                .map(MetricNames::legal)
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(90));
    }

    @Test
    void aGroupWithoutRowsIsNotAGroup() {
        PartRows women =
                new PartRows(List.of(), ROWS.companionNames(), new double[0][], new byte[] {1, 0}, new String[][] {
                    {"female", "female"}, {"Yes", "Yes"}
                });
        EvaluationReport report = EvaluationReport.of(LOAN, women, new double[] {0.9, 0.1}, 0.5);
        assertThat(report.slices()).isEmpty();
        assertThat(report.comparisons().get(0).groups()).hasSize(1);
        assertThat(report.comparisons().get(0).demographicParityDifference()).isZero();
    }
}
