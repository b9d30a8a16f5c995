package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.labs.mlrg.olcut.config.ConfigurationManager;
import com.oracle.labs.mlrg.olcut.config.PropertyException;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.loanflow.trees.fixture.Digests;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.fixture.TribuoScores;
import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.Portion;
import io.loanflow.trees.grow.TrainingTable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class HistogramForestTrainerTest {

    private static final List<String> NAMES = Forests.features(5);

    private static final MutableDataset<Label> DATA = Forests.dataset(600, NAMES, 3, new SplittableRandom(1));

    private static final SimpleDataSourceProvenance SOURCE =
            new SimpleDataSourceProvenance("columns of a test", new LabelFactory());

    @Test
    void learnsWhatCanBeLearnt() {
        LabelEvaluation evaluation =
                new LabelEvaluator().evaluate(new ForestSettings().trainer().train(DATA), DATA);
        assertThat(evaluation.accuracy()).isGreaterThan(0.97);
    }

    @Test
    void columnsAndExamplesGiveTheSameForest() {
        TrainingTable table = DatasetTable.of(DATA);
        Model<Label> columns = new ForestSettings().trainer().train(table, SOURCE, GrowthMonitor.SILENT);
        Model<Label> examples = new ForestSettings().trainer().train(DATA);
        assertThat(Digests.of(columns)).isEqualTo(Digests.of(examples));
        assertThat(columns.getProvenance().getDatasetProvenance().getNumExamples())
                .isEqualTo(600);
        assertThat(columns.getFeatureIDMap().get("feature-1").getCount())
                .isEqualTo(examples.getFeatureIDMap().get("feature-1").getCount());
    }

    @Test
    void theOrderOfColumnsAndLabelsDoesNotMatter() {
        double[][] columns = {{1, 2, 3, 4}, {4, 4, 1, 1}};
        Model<Label> one = train(List.of("b", "a"), columns, List.of("yes", "no", "unused"), new int[] {0, 0, 1, 1});
        Model<Label> other = train(
                List.of("a", "b"), new double[][] {columns[1], columns[0]}, List.of("no", "yes"), new int[] {1, 1, 0, 0
                });
        assertThat(Digests.of(one)).isEqualTo(Digests.of(other));
        assertThat(one.getOutputIDInfo().getDomain()).hasSize(2);
    }

    private static Model<Label> train(List<String> names, double[][] columns, List<String> labelNames, int[] labels) {
        return new ForestSettings()
                .trainer()
                .train(TrainingTable.of(names, columns, labelNames, labels), SOURCE, GrowthMonitor.SILENT);
    }

    @Test
    void aFeatureAnExampleLacksIsZero() {
        MutableDataset<Label> sparse = Forests.dataset();
        MutableDataset<Label> dense = Forests.dataset();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 100; i++) {
            double value = random.nextDouble(-1, 1);
            String label = value > 0.3 ? "high" : "low";
            sparse.add(
                    i % 2 == 0
                            ? Forests.example(label, List.of("a"), new double[] {value})
                            : Forests.example("zero", List.of("b"), new double[] {1}));
            dense.add(Forests.example(
                    i % 2 == 0 ? label : "zero", List.of("a", "b"), new double[] {i % 2 == 0 ? value : 0, i % 2}));
        }
        assertThat(Digests.of(new ForestSettings().trainer().train(sparse)))
                .isEqualTo(Digests.of(new ForestSettings().trainer().train(dense)));
    }

    @Test
    void aSecondRunIsAnotherForestAndTheInvocationCountBringsEitherBack() {
        HistogramForestTrainer trainer = new ForestSettings().trainer();
        String first = Digests.of(trainer.train(DATA));
        String second = Digests.of(trainer.train(DATA));
        assertThat(second).isNotEqualTo(first);
        assertThat(trainer.getInvocationCount()).isEqualTo(2);
        assertThat(Digests.of(trainer.train(DATA, Map.of(), 0))).isEqualTo(first);
        trainer.setInvocationCount(1);
        assertThat(Digests.of(trainer.train(DATA))).isEqualTo(second);
        assertThatThrownBy(() -> trainer.setInvocationCount(-1)).hasMessageContaining("give 0 or more");
    }

    @Test
    void provenanceMakesATrainerThatGrowsTheSameForest() {
        ForestSettings settings = new ForestSettings();
        settings.criterion = Criterion.ENTROPY;
        settings.maxFeatures = Portion.share(0.5);
        settings.classWeight = ClassWeight.of(Map.of("label-0", 2.5));
        settings.minSamplesLeaf = 3;
        Model<Label> model = settings.trainer().train(DATA);
        var data = ProvenanceUtil.extractConfiguration(model.getProvenance().getTrainerProvenance());
        ConfigurationManager manager = new ConfigurationManager();
        manager.addConfiguration(data);
        HistogramForestTrainer again =
                manager.lookupAll(HistogramForestTrainer.class).get(0);
        assertThat(again.parameters()).isEqualTo(settings.parameters());
        assertThat(Digests.of(again.train(DATA))).isEqualTo(Digests.of(model));
        assertThat(model.getProvenance().getDatasetProvenance()).isEqualTo(DATA.getProvenance());
    }

    @Test
    void protobufKeepsTheForest() {
        Model<Label> model = new ForestSettings().trainer().train(DATA);
        Model<Label> read = Model.deserialize(model.serialize()).castModel(Label.class);
        assertThat(Digests.of(read)).isEqualTo(Digests.of(model));
        assertThat(read.getProvenance()).isEqualTo(model.getProvenance());
        TribuoScores.assertEqual(read, "label-1", new SplittableRandom(4));
    }

    @Test
    void theForestScorerScoresLikeTribuo() {
        Model<Label> model = new ForestSettings().trainer().train(DATA);
        for (String label : List.of("label-0", "label-1", "label-2")) {
            TribuoScores.assertEqual(model, label, new SplittableRandom(5));
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedWithTheRemedy() {
        refused("nEstimators", settings -> settings.trees = 0);
        refused("give at least 1, or leave it out for full trees", settings -> settings.maxDepth = 0);
        refused("minSamplesSplit is 1: give at least 2", settings -> settings.minSamplesSplit = 1);
        refused("minSamplesLeaf is 0", settings -> settings.minSamplesLeaf = 0);
        refused("minImpurityDecrease is NaN", settings -> settings.minImpurityDecrease = Double.NaN);
        refused("maxBins is 256: give 2 to 255", settings -> settings.maxBins = 256);
        refused("threads is -1", settings -> settings.threads = -1);
        refused("turn bootstrap on, or leave out maxSamples", settings -> {
            settings.bootstrap = false;
            settings.maxSamples = Portion.share(0.5);
        });
        refused("maxSamples is sqrt", settings -> settings.maxSamples = Portion.SQRT);
        refused(
                "leave out one of balanced and classWeight",
                settings -> settings.classWeight = new ClassWeight(true, Map.of("a", 1.0)));
        refused(
                "'a' is 0.0: give a number above 0",
                settings -> settings.classWeight = ClassWeight.of(Map.of("a", 0.0)));
        refused("minImpurityDecrease is -1.0", settings -> settings.minImpurityDecrease = -1);
        refused("maxBins is 1: give 2 to 255", settings -> settings.maxBins = 1);
        refused("maxSamples is log2", settings -> settings.maxSamples = Portion.LOG2);
        refused("0.0' is no portion", settings -> settings.maxFeatures = Portion.parse("0"));
        refused("a share above 0 and up to 1.0", settings -> settings.maxFeatures = Portion.parse("1.5"));
        refused("or a count such as 7", settings -> settings.maxFeatures = Portion.parse("some"));
        assertThatThrownBy(() -> {
                    ForestSettings settings = new ForestSettings();
                    settings.classWeight = ClassWeight.of(Map.of("other", 2.0));
                    settings.trainer().train(DATA);
                })
                .hasMessageContaining("'other', which no row has: name labels of [label-0, label-1, label-2]");
    }

    @Test
    void configurationIsRefusedAsTribuoRefusesIt() {
        ConfigurationManager manager = new ConfigurationManager("/io/loanflow/trees/tribuo/forest-config.xml");
        HistogramForestTrainer trainer = (HistogramForestTrainer) manager.lookup("forest");
        assertThat(trainer.parameters().trees()).isEqualTo(7);
        assertThat(trainer.parameters().maxFeatures()).isEqualTo(Portion.count(2));
        assertThat(trainer.parameters().classWeight().weights()).isEqualTo(Map.of("label-1", 3.0));
        assertThatThrownBy(() -> manager.lookup("broken"))
                .isInstanceOf(PropertyException.class)
                .hasMessageContaining("maxBins is 1000: give 2 to 255");
    }

    @Test
    void dataThatCannotBeLearntFromIsRefused() {
        assertThatThrownBy(() -> TrainingTable.of(
                        List.of("a"), new double[][] {{1, Double.NaN}}, List.of("x", "y"), new int[] {0, 1}))
                .hasMessageContaining("'a' is NaN in row 1");
        assertThatThrownBy(() ->
                        TrainingTable.of(List.of("a"), new double[][] {{1, 2}}, List.of("x", "y"), new int[] {0, 0}))
                .hasMessageContaining("nothing to learn");
        assertThatThrownBy(() ->
                        TrainingTable.of(List.of("a"), new double[][] {{1, 2}}, List.of("x", "y"), new int[] {0, 2}))
                .hasMessageContaining("Row 1 has the label 2");
        assertThatThrownBy(
                        () -> TrainingTable.of(List.of("a"), new double[][] {{1}}, List.of("x", "y"), new int[] {0, 1}))
                .hasMessageContaining("'a' has 1 values for 2 labels");
        assertThatThrownBy(() ->
                        TrainingTable.of(List.of("a", "a"), new double[2][2], List.of("x", "y"), new int[] {0, 1}))
                .hasMessageContaining("'a' is named twice");
        MutableDataset<Label> weighted = Forests.dataset(10, NAMES, 2, new SplittableRandom(1));
        weighted.getExample(4).setWeight(2);
        assertThatThrownBy(() -> new ForestSettings().trainer().train(weighted))
                .hasMessageContaining("Example 4 has the weight 2.0");
    }

    private static void refused(String message, Consumer<ForestSettings> change) {
        assertThatThrownBy(() -> {
                    ForestSettings settings = new ForestSettings();
                    change.accept(settings);
                    settings.trainer();
                })
                .hasMessageContaining(message);
    }
}
