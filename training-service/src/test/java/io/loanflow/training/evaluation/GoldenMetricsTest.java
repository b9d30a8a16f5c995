package io.loanflow.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.evaluation.LabelMetrics;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same 600 scores, measured here, by scikit-learn and by Tribuo. */
class GoldenMetricsTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private static byte[] labels;
    private static double[] scores;

    @BeforeAll
    static void read() throws IOException {
        List<String[]> lines = Files.readAllLines(FOLDER.resolve("scores.csv")).stream()
                .map(line -> line.split(","))
                .toList();
        labels = new byte[lines.size()];
        scores = new double[lines.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Byte.parseByte(lines.get(i)[0]);
            scores[i] = Double.parseDouble(lines.get(i)[1]);
        }
    }

    @Test
    void everyMeasureIsScikitLearns() throws IOException {
        JsonNode golden = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("scikit-learn.json")));
        Evaluation evaluation = Evaluation.of(labels, scores, 0.5);

        assertThat(evaluation.measures())
                .hasSize(8)
                .allSatisfy((name, value) ->
                        assertThat(value).as(name).isCloseTo(golden.get(name).asDouble(), within(1e-12)));
        assertThat(evaluation.decisions())
                .isEqualTo(new ConfusionMatrix(
                        golden.get("true_positives").asLong(),
                        golden.get("false_positives").asLong(),
                        golden.get("true_negatives").asLong(),
                        golden.get("false_negatives").asLong()));
    }

    @Test
    void tribuoAgreesWhereItMeasuresTheSame() {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data = new MutableDataset<>(new SimpleDataSourceProvenance("golden", factory), factory);
        List<Prediction<Label>> predictions = predictions(data);
        // Tribuo wants a model to name; which one does not matter to the measures.
        Model<Label> model = new CARTClassificationTrainer().train(data);
        LabelEvaluation tribuo = new LabelEvaluator().evaluate(model, predictions, data.getProvenance());
        Evaluation evaluation = Evaluation.of(labels, scores, 0.5);
        Label positive = new Label("1");

        assertThat(evaluation.decisions().accuracy()).isCloseTo(tribuo.accuracy(), within(1e-12));
        assertThat(evaluation.decisions().precision()).isCloseTo(tribuo.precision(positive), within(1e-12));
        assertThat(evaluation.decisions().recall()).isCloseTo(tribuo.recall(positive), within(1e-12));
        assertThat(evaluation.decisions().f1()).isCloseTo(tribuo.f1(positive), within(1e-12));
        assertThat(evaluation.ranking().rocAuc()).isCloseTo(LabelMetrics.AUCROC(positive, predictions), within(1e-9));
        assertThat(evaluation.ranking().averagePrecision())
                .isCloseTo(LabelMetrics.averagedPrecision(positive, predictions), within(1e-9));
    }

    /** The scores as Tribuo's predictions, of examples that are added to the data. */
    private static List<Prediction<Label>> predictions(MutableDataset<Label> data) {
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            ArrayExample<Label> example = new ArrayExample<>(
                    new Label(Byte.toString(labels[i])), new String[] {"score"}, new double[] {scores[i]});
            data.add(example);
            Map<String, Label> probabilities =
                    Map.of("0", new Label("0", 1 - scores[i]), "1", new Label("1", scores[i]));
            Label decided = probabilities.get(scores[i] >= 0.5 ? "1" : "0");
            predictions.add(new Prediction<>(decided, probabilities, 1, example, true));
        }
        return predictions;
    }
}
