package io.loanflow.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class SyntheticDatasetTest {

    private static final DatasetCatalog CATALOG = new DatasetCatalog(Path.of("../../data"));
    private static final DatasetDefinition LOAN = CATALOG.definition("loan");
    private static final Path MODEL = CATALOG.directory("loan").resolve("synthetic.yaml");

    @TempDir
    Path directory;

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(write(2_000, 42)).hasSameBinaryContentAs(write(2_000, 42));
        assertThat(lines(write(2_000, 42))).isNotEqualTo(lines(write(2_000, 43)));
    }

    @Test
    void everyRowIsValidAndTheHeaderIsTheDefinitions() {
        List<String> lines = lines(write(45_000, 7));

        assertThat(lines).hasSize(45_001);
        assertThat(lines.get(0).split(","))
                .containsExactly(LOAN.columns().stream().map(Column::name).toArray(String[]::new));
        assertThat(lines.stream().skip(1)).allMatch(SyntheticDatasetTest::isValid);
    }

    @Test
    void sharesAndDependenciesAreThoseOfTheStatistics() {
        List<Map<String, String>> rows = rows(write(45_000, 7));

        assertThat(share(rows, row -> row.get("loan_status").equals("1"))).isBetween(0.18, 0.25);
        assertThat(share(rows, row -> row.get("person_home_ownership").equals("RENT")))
                .isBetween(0.51, 0.53);
        assertThat(rows).allMatch(row -> number(row, "person_age") >= number(row, "person_emp_exp") + 15);
        assertThat(rows)
                .allMatch(row -> Math.abs(number(row, "loan_amnt") / number(row, "person_income")
                                - number(row, "loan_percent_income"))
                        < 0.0051);
        assertThat(rows)
                .filteredOn(row -> row.get("previous_loan_defaults_on_file").equals("Yes"))
                .allMatch(row -> row.get("loan_status").equals("0"));
    }

    @Test
    void noRowIsARealOne() {
        Set<List<Object>> real = new HashSet<>();
        rows(LoanData.file()).forEach(row -> real.add(values(row)));

        assertThat(rows(write(45_000, 42))).noneMatch(row -> real.contains(values(row)));
    }

    @Test
    void whatIsLearntFromItHoldsForRealApplications() {
        MutableDataset<Label> synthetic = dataset(rows(write(20_000, 42)));
        CARTClassificationTrainer tree = new CARTClassificationTrainer(12, 5, 0, 0.4f, false, new GiniIndex(), 42);

        var forest = new RandomForestTrainer<>(tree, new FullyWeightedVotingCombiner(), 10, 42).train(synthetic);

        double auc = new LabelEvaluator()
                .evaluate(forest, dataset(rows(LoanData.file())))
                .AUCROC(new Label(LOAN.positiveLabel()));
        assertThat(auc).isGreaterThanOrEqualTo(0.93);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            name: credit_score | name: score       | column credit_score of the definition is missing
            kind: ratio        | kind: quotient    | quotient
            from: person_age   | from: nobody      | column person_emp_exp must stand after [nobody]
            male: 0.5          | male: 0.9         | shares must add up to 1
            by: person_income  | by: loan_status   | column loan_percent_income must stand after
            RENT:              | CAVE:             | makes CAVE in column person_home_ownership; the definition allows one of
            - [1.0,            | - [0.0,           | correlation is not positive definite
            decision:          | decisions:        | 'Missing creator property ''decision'''
            """)
    void statisticsThatDoNotFitTheDefinitionAreRefused(String part, String wrong, String message) throws IOException {
        Path model = directory.resolve("synthetic.yaml");
        Files.writeString(model, Files.readString(MODEL).replace(part, wrong));
        Path csv = directory.resolve("rows.csv");

        assertThatThrownBy(() -> SyntheticDataset.write(LOAN, model, new SyntheticDataset.Sample(1_000, 1), csv))
                .isInstanceOf(DatasetDefinitionException.class)
                .hasMessageContaining(message);
        assertThat(directory).isDirectoryNotContaining("glob:**rows.csv*");
    }

    private Path write(int rows, long seed) {
        Path csv = directory.resolve(rows + "-" + seed + "-" + System.nanoTime() + ".csv");
        SyntheticDataset.write(LOAN, MODEL, new SyntheticDataset.Sample(rows, seed), csv);
        return csv;
    }

    private static MutableDataset<Label> dataset(List<Map<String, String>> rows) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("loan applications", labels), labels);
        String[] names = LOAN.features().stream().map(Column::name).toArray(String[]::new);
        for (Map<String, String> row : rows) {
            double[] features = LOAN.features().stream()
                    .mapToDouble(column -> feature(column, row.get(column.name())))
                    .toArray();
            dataset.add(new ArrayExample<>(new Label(row.get(LOAN.target().name())), names, features));
        }
        return dataset;
    }

    private static double feature(Column column, String text) {
        return column.type().isNumeric()
                ? Double.parseDouble(text)
                : column.categories().indexOf(text);
    }

    private static boolean isValid(String line) {
        String[] cells = line.split(",");
        for (int i = 0; i < cells.length; i++) {
            Column column = LOAN.columns().get(i);
            boolean valid =
                    column.type().isNumeric() ? column.allows(Double.parseDouble(cells[i])) : column.allows(cells[i]);
            if (!valid) {
                return false;
            }
        }
        return cells.length == LOAN.columns().size();
    }

    private static List<Object> values(Map<String, String> row) {
        return LOAN.columns().stream()
                .map(column ->
                        (Object) (column.type().isNumeric() ? number(row, column.name()) : row.get(column.name())))
                .toList();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> test) {
        return (double) rows.stream().filter(test).count() / rows.size();
    }

    private static List<Map<String, String>> rows(Path csv) {
        List<String> lines = lines(csv);
        String[] header = lines.get(0).split(",");
        return lines.stream().skip(1).map(line -> row(header, line.split(","))).toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        return IntStream.range(0, header.length).boxed().collect(Collectors.toMap(i -> header[i], i -> cells[i]));
    }

    private static List<String> lines(Path csv) {
        try {
            return Files.readAllLines(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
