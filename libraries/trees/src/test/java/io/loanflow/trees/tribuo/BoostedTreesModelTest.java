package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.loanflow.trees.boosting.BoostedScorer;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.CategoricalSplits;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.boosting.Regularization;
import io.loanflow.trees.boosting.Sampling;
import io.loanflow.trees.boosting.Shape;
import io.loanflow.trees.grow.TrainingTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class BoostedTreesModelTest {

    private static final GradientBoosting.Watch ALL = step -> true;

    private static final SimpleDataSourceProvenance SOURCE =
            new SimpleDataSourceProvenance("columns of a test", new LabelFactory());

    private static final List<String> NAMES = List.of("a", "b", "c");

    private static final double[][] COLUMNS = columns(2000);

    private static final int[] LABELS = labels();

    private static double[][] columns(int rows) {
        SplittableRandom random = new SplittableRandom(5);
        return new double[][] {
            random.doubles(rows).toArray(),
            random.doubles(rows, -3, 3).toArray(),
            random.ints(rows, 0, 2).asDoubleStream().toArray()
        };
    }

    private static int[] labels() {
        return IntStream.range(0, COLUMNS[0].length)
                .map(row -> COLUMNS[0][row] + COLUMNS[1][row] * COLUMNS[2][row] > 0.6 ? 1 : 0)
                .toArray();
    }

    private static TrainingTable table() {
        return TrainingTable.of(NAMES, COLUMNS, List.of("no", "yes"), LABELS);
    }

    private static BoostedTreesTrainer trainer(String positive) {
        return new BoostedTreesTrainer(positive, BoostingParameters.defaults(1), 2);
    }

    private static BoostedTreesModel model() {
        return trainer("yes").train(table(), SOURCE, ALL);
    }

    private static MutableDataset<Label> examples() {
        MutableDataset<Label> examples = new MutableDataset<>(SOURCE, new LabelFactory());
        for (int row = 0; row < LABELS.length; row++) {
            examples.add(example(row));
        }
        return examples;
    }

    private static Example<Label> example(int row) {
        return new ArrayExample<>(
                new Label(LABELS[row] == 1 ? "yes" : "no"), NAMES.toArray(String[]::new), values(row));
    }

    private static double[] values(int row) {
        return new double[] {COLUMNS[0][row], COLUMNS[1][row], COLUMNS[2][row]};
    }

    @Test
    void tribuoTrainsAndEvaluatesIt() {
        MutableDataset<Label> examples = examples();
        BoostedTreesModel trained = trainer("yes").train(examples);

        assertThat(new LabelEvaluator().evaluate(trained, examples).accuracy()).isGreaterThan(0.99);
        assertThat(trained.trees().digest()).isEqualTo(model().trees().digest());
        assertThat(trained.getTopFeatures(2).get(Model.ALL_OUTPUTS)).hasSize(2);
        assertThat(ProvenanceUtil.formattedProvenanceString(trained.getProvenance()))
                .contains("BoostedTreesTrainer", "numLeaves", "columns of a test");
    }

    @Test
    void anotherRunOfTheSameTrainerDrawsOtherwise() {
        BoostingParameters parameters = new BoostingParameters(
                20, 0.1, Shape.DEFAULT, Regularization.NONE, new Sampling(0.5, 1, 0.5, 1), Map.of(), 255, 1);
        BoostedTreesTrainer trainer = new BoostedTreesTrainer("yes", parameters, 1);
        String first = trainer.train(table(), SOURCE, ALL).trees().digest();

        assertThat(trainer.train(table(), SOURCE, ALL).trees().digest()).isNotEqualTo(first);
        trainer.setInvocationCount(0);
        assertThat(trainer.train(table(), SOURCE, ALL).trees().digest()).isEqualTo(first);
    }

    @Test
    void itIsTheSameAfterItIsWrittenAndRead() throws IOException {
        BoostedTreesModel model = model();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        model.serializeToStream(file);
        BoostedTreesModel read =
                (BoostedTreesModel) Model.deserializeFromStream(new ByteArrayInputStream(file.toByteArray()))
                        .castModel(Label.class);

        assertThat(read.trees().digest()).isEqualTo(model.trees().digest());
        assertThat(read.getProvenance()).isEqualTo(model.getProvenance());
        assertThat(read.positiveLabel()).isEqualTo("yes");
        for (int row = 0; row < 200; row++) {
            assertThat(probability(read, row)).isEqualTo(probability(model, row));
        }
        for (int tree = 0; tree < 100; tree++) {
            assertThat(read.trees().trees().get(tree).cover(0)).isEqualTo(LABELS.length);
        }
    }

    private static double probability(Model<Label> model, int row) {
        return model.predict(example(row)).getOutputScores().get("yes").getScore();
    }

    @Test
    void missingValuesAndCategoriesAreWrittenAndReadToo() throws IOException {
        double[][] columns = Arrays.stream(COLUMNS).map(double[]::clone).toArray(double[][]::new);
        for (int row = 0; row < LABELS.length; row += 7) {
            columns[row % 2][row] = Double.NaN;
        }
        TrainingTable table = TrainingTable.withMissing(NAMES, columns, List.of("no", "yes"), LABELS);
        BoostingParameters parameters = BoostingParameters.defaults(1).with(CategoricalSplits.of(Set.of("c")));
        BoostedTreesModel model = new BoostedTreesTrainer("yes", parameters, 2).train(table, SOURCE, ALL);
        BoostedTreesModel read = (BoostedTreesModel) Model.deserialize(model.serialize());

        assertThat(model.trees().readings().isPlain()).isFalse();
        assertThat(read.trees().readings()).isEqualTo(model.trees().readings());
        assertThat(read.trees().digest()).isEqualTo(model.trees().digest());
        for (int row = 0; row < 100; row++) {
            double[] values = {columns[0][row], columns[1][row], columns[2][row]};
            Example<Label> example = new ArrayExample<>(new Label("no"), NAMES.toArray(String[]::new), values);
            assertThat(read.predict(example).getOutputScores().get("yes").getScore())
                    .isEqualTo(model.trees().probability(values));
        }
        assertThat(read.getTopFeatures(-1).get(Model.ALL_OUTPUTS)).hasSize(3);
        byte[] bytes = model.serialize()
                .getSerializedData()
                .unpack(BytesValue.class)
                .getValue()
                .toByteArray();
        for (int cut = bytes.length - 1; cut > 0; cut -= 101) {
            byte[] part = Arrays.copyOf(bytes, cut);
            assertThatThrownBy(() -> BoostedTreesModel.deserializeFromProto(1, "", packed(part)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theScorerGivesTribuosScoresToTheBit() {
        BoostedTreesModel model = model();
        List<String> others = List.of("c", "unknown", "a", "b");
        BoostedScorer scorer = new BoostedScorer(model.trees(), others);
        double[][] columns = {COLUMNS[2], new double[LABELS.length], COLUMNS[0], COLUMNS[1]};
        double[] scores = scorer.scoreColumns(columns, LABELS.length);

        for (int row = 0; row < LABELS.length; row++) {
            double[] values = {COLUMNS[2][row], 0, COLUMNS[0][row], COLUMNS[1][row]};
            assertThat(scores[row]).isEqualTo(probability(model, row)).isEqualTo(scorer.score(values));
        }
        double[] infinite = {Double.POSITIVE_INFINITY, 0, Double.NEGATIVE_INFINITY, Double.MAX_VALUE};
        assertThat(scorer.score(infinite)).isEqualTo(model.trees().probability(new double[] {
            Double.NEGATIVE_INFINITY, Double.MAX_VALUE, Double.POSITIVE_INFINITY
        }));
        assertThat(scorer.size()).isEqualTo(100);
    }

    @Test
    void whatCannotBeScoredIsRefused() {
        BoostedTreesModel model = model();
        BoostedScorer scorer = new BoostedScorer(model.trees(), NAMES);

        assertThatThrownBy(() -> scorer.score(new double[] {1, Double.NaN, 1}))
                .hasMessageContaining("'b' is not a number");
        assertThatThrownBy(() -> scorer.score(new double[2])).hasMessageContaining("2 values and the model needs 3");
        assertThatThrownBy(() -> new BoostedScorer(model.trees(), List.of("a", "b")))
                .hasMessageContaining("splits on the feature 'c'");
        assertThatThrownBy(
                        () -> model.predict(new ArrayExample<>(new Label("no"), new String[] {"z"}, new double[] {1})))
                .hasMessageContaining("none of the model's features");
    }

    @Test
    void theOtherLabelMayBeThePositiveOne() {
        BoostedTreesModel model = trainer("no").train(table(), SOURCE, ALL);

        assertThat(new LabelEvaluator().evaluate(model, examples()).accuracy()).isGreaterThan(0.99);
        assertThat(model.positiveLabel()).isEqualTo("no");
        assertThat(trainer("").train(table(), SOURCE, ALL).positiveLabel()).isEqualTo("yes");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        ModelProto proto = model().serialize();
        byte[] bytes =
                proto.getSerializedData().unpack(BytesValue.class).getValue().toByteArray();
        for (int cut : new int[] {0, 3, 100, bytes.length / 2, bytes.length - 1}) {
            byte[] part = Arrays.copyOf(bytes, cut);
            assertThatThrownBy(() -> BoostedTreesModel.deserializeFromProto(0, "", packed(part)))
                    .isInstanceOf(IllegalStateException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> BoostedTreesModel.deserializeFromProto(0, "", packed(longer)))
                .hasMessageContaining("bytes after the last tree");
        assertThatThrownBy(() -> BoostedTreesModel.deserializeFromProto(2, "", packed(bytes)))
                .hasMessageContaining("this code reads versions 0 to 1");
    }

    private static Any packed(byte[] bytes) {
        return Any.pack(BytesValue.of(ByteString.copyFrom(bytes)));
    }

    @Test
    void parametersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new BoostedTreesTrainer("yes", BoostingParameters.defaults(1), -1))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("0 for one per processor");
        assertThatThrownBy(() -> trainer("maybe").train(table(), SOURCE, ALL))
                .hasMessageContaining("one of which is maybe");
    }
}
