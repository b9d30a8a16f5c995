package io.loanflow.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.model.TargetLabels;
import io.loanflow.model.calibration.IsotonicCalibration;
import io.loanflow.model.family.FamilyRows;
import io.loanflow.model.family.LabelledRows;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.ModelFamily;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.fixture.LoanModel;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All rows of the published data, by models of the size that is trained on them. */
class LoanDecisionsIT {

    private static final double THRESHOLD = 0.4;

    static Stream<ModelFamily> families() {
        return ModelFamilies.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyRowHasTheModelsProbabilityToTheBitAndItsDecision(ModelFamily family) throws IOException, OrtException {
        List<String> titles = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        int[] labels = read(titles, rows);
        double[][] columns = EncodedRows.columns(LoanModel.ENCODER, rows);
        ModelTrees trees = family.fit(
                        new LabelledRows(
                                LoanModel.ENCODER.featureNames(),
                                columns,
                                labels,
                                new TargetLabels("0", "1"),
                                Map.of()),
                        family.defaults(),
                        FamilyRows.growth(2))
                .trees();
        IsotonicCalibration calibration =
                new IsotonicCalibration(List.of(0.1, 0.3, 0.7, 0.95), List.of(0.01, 0.25, 0.8, 0.99));
        double[] expected = calibration.probabilities(trees.scorer().scoreColumns(columns, rows.size()));

        GraphAnswers answers = GraphAnswers.of(
                new DecisionGraph(LoanModel.DEFINITION, LoanModel.ENCODER, trees.nodes(), calibration, THRESHOLD)
                        .bytes(),
                LoanModel.DEFINITION,
                rows);

        assertThat(answers.probabilities()).hasSize(45_000).isEqualTo(expected);
        assertThat(answers.decisions())
                .isEqualTo(IntStream.range(0, expected.length)
                        .mapToObj(row -> expected[row] >= THRESHOLD ? "approved" : "rejected")
                        .toArray());
    }

    /** Reads the file and returns the labels. */
    private static int[] read(List<String> titles, List<Row> rows) throws IOException {
        List<Integer> labels = new ArrayList<>();
        for (String line : Files.readAllLines(LoanData.file())) {
            List<String> cells = List.of(line.split(","));
            if (titles.isEmpty()) {
                titles.addAll(cells);
            } else {
                rows.add(row(titles, cells));
                labels.add(Integer.valueOf(cells.get(titles.indexOf("loan_status"))));
            }
        }
        return labels.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Row row(List<String> titles, List<String> cells) {
        List<Column> features = LoanModel.DEFINITION.features();
        Row row = new Row(new double[features.size()], new @Nullable String[features.size()]);
        for (int i = 0; i < features.size(); i++) {
            String cell = cells.get(titles.indexOf(features.get(i).name()));
            if (features.get(i).type().isNumeric()) {
                row.numbers()[i] = Double.parseDouble(cell);
            } else {
                row.categories()[i] = cell;
            }
        }
        return row;
    }
}
