package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.fixture.CsvRows;
import io.loanflow.trees.fixture.Digests;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.Portion;
import io.loanflow.trees.grow.TrainingTable;
import io.loanflow.trees.grow.TreeRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.EnsembleModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class ForestDeterminismTest {

    private static final SimpleDataSourceProvenance SOURCE =
            new SimpleDataSourceProvenance("columns of a test", new LabelFactory());

    private static final TrainingTable TABLE = table(5000, 8, 3);

    /** Values of a pure integer recipe, so that a platform's number parsing or mathematics has no part in it. */
    private static TrainingTable table(int rows, int features, int labels) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = new double[features][rows];
        int[] label = new int[rows];
        for (int row = 0; row < rows; row++) {
            for (int feature = 0; feature < features; feature++) {
                int range = feature % 2 == 0 ? 10 : 1 << 20;
                columns[feature][row] = (double) random.nextLong(range) / range;
            }
            double signal = columns[0][row] + columns[1][row] * columns[3][row] + 0.2 * random.nextInt(3);
            label[row] = (int) (signal * 1.2) % labels;
        }
        return TrainingTable.of(
                Forests.features(features), columns, List.of("a", "b", "c").subList(0, labels), label);
    }

    private static List<ForestSettings> variants() {
        List<ForestSettings> variants = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            for (boolean random : new boolean[] {false, true}) {
                ForestSettings settings = new ForestSettings();
                settings.trees = 6;
                settings.criterion = criterion;
                settings.randomSplits = random;
                settings.classWeight = random ? ClassWeight.BALANCED : ClassWeight.NONE;
                settings.maxFeatures = random ? Portion.ALL : Portion.SQRT;
                variants.add(settings);
            }
        }
        return variants;
    }

    /** Recorded once; every platform and every later version must grow the same forests. */
    @Test
    void theForestIsTheSameOnEveryPlatform() {
        List<String> digests = variants().stream()
                .map(settings -> Digests.of(train(settings)).substring(0, 16))
                .toList();
        assertThat(digests)
                .containsExactly("9db18b600c94411d", "eaaa38c70ff0426a", "763eb9af18535660", "3d9c36d60bf627b3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theForestIsTheSameAtAnyNumberOfThreads(int threads) {
        for (ForestSettings settings : variants()) {
            settings.threads = 3;
            String expected = Digests.of(train(settings));
            settings.threads = threads;
            assertThat(Digests.of(train(settings))).isEqualTo(expected);
        }
    }

    private static ForestModel train(ForestSettings settings) {
        return settings.trainer().train(TABLE, SOURCE, GrowthMonitor.SILENT);
    }

    @Test
    void treesGrownApartJoinToTheSameForest() throws IOException {
        TrainingTable loans = CsvRows.loans().table();
        ForestSettings settings = new ForestSettings();
        settings.trees = 100;
        Model<Label> whole = settings.trainer().train(loans, SOURCE, GrowthMonitor.SILENT);
        settings.threads = 7;
        Model<Label> joined = join(part(loans, settings, 50, 100), part(loans, settings, 0, 50));
        assertThat(Digests.of(joined)).isEqualTo(Digests.of(whole));
    }

    /** A part may have gone through Tribuo. */
    @Test
    void aJoinedForestIsWrittenAsItsPartsWere() throws IOException {
        ForestSettings settings = new ForestSettings();
        ForestModel last = part(TABLE, settings, 6, 10);
        ByteArrayOutputStream byTribuo = new ByteArrayOutputStream();
        last.ensemble().serializeToStream(byTribuo);
        ForestModel joined = ForestParts.join(
                List.of(byTribuo.toByteArray(), part(TABLE, settings, 0, 6).bytes()));
        assertThat(Digests.of(joined)).isEqualTo(Digests.of(train(settings)));
        assertThat(ForestFile.read(joined.bytes()).digest()).isEqualTo(Digests.of(joined));
        assertThat(Digests.of(joined.ensemble())).isEqualTo(Digests.of(joined));
        assertThat(((EnsembleModelProvenance) joined.getProvenance())
                        .getMemberProvenance()
                        .getList())
                .hasSize(10);
    }

    @Test
    void partsThatMakeNoForestAreRefused() {
        ForestSettings settings = new ForestSettings();
        ForestModel first = part(TABLE, settings, 0, 5);
        ForestModel last = part(TABLE, settings, 6, 10);
        assertThatThrownBy(() -> join(first, last)).hasMessageContaining("begins with tree 6 where tree 5 is next");
        assertThatThrownBy(() -> join(first, first)).hasMessageContaining("give each part once");
        assertThatThrownBy(() -> join(last)).hasMessageContaining("tree 0 is next");
        assertThatThrownBy(() -> join(train(settings))).hasMessageContaining("no part of a forest");
        assertThatThrownBy(() -> part(TABLE, settings, 5, 11)).hasMessageContaining("stay within nEstimators");
        ForestSettings others = new ForestSettings();
        others.seed = 2;
        assertThatThrownBy(() -> join(first, part(TABLE, others, 5, 10))).hasMessageContaining("train both alike");
    }

    private static ForestModel part(TrainingTable table, ForestSettings settings, int from, int to) {
        return settings.trainer().trainPart(table, SOURCE, new TreeRange(from, to), GrowthMonitor.SILENT);
    }

    private static ForestModel join(ForestModel... parts) throws IOException {
        return ForestParts.join(Stream.of(parts).map(ForestModel::bytes).toList());
    }
}
