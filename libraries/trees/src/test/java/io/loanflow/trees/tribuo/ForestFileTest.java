package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.UnknownFieldSet;
import io.loanflow.trees.fixture.Digests;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.fixture.TribuoScores;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.ClassWeight;
import io.loanflow.trees.grow.Criterion;
import io.loanflow.trees.score.ForestScorer;
import io.loanflow.trees.tree.Tree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

class ForestFileTest {

    private static final List<String> NAMES = Forests.features(5);

    private static final MutableDataset<Label> DATA = Forests.dataset(400, NAMES, 3, new SplittableRandom(1));

    /** But for the covers, which Tribuo has no field for. */
    @Test
    void writesWhatTribuoWrites() throws IOException {
        for (ForestModel forest : grown()) {
            ModelProto written = ModelProto.parseFrom(forest.bytes());
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            forest.serializeToStream(stream);

            assertThat(withoutCovers(written)).isEqualTo(forest.ensemble().serialize());
            assertThat(stream.toByteArray()).isEqualTo(forest.bytes());
        }
    }

    @Test
    void whatTribuoWroteIsReadAsTribuoReadsIt() throws IOException {
        for (Model<Label> model : models()) {
            ByteArrayOutputStream tribuo = new ByteArrayOutputStream();
            model.serializeToStream(tribuo);
            Forest read = ForestFile.read(tribuo.toByteArray());

            assertThat(read.digest()).isEqualTo(Digests.of(TribuoScores.read(model)));
            TribuoScores.assertEqual(model, "label-1", new SplittableRandom(8));
        }
    }

    /** In a table of another size the two labels' entries stand the other way round, and sums differ in their last bit. */
    @Test
    void aForestScoresAfterItWasReadAsBefore() throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        MutableDataset<Label> loans = Forests.dataset();
        for (int i = 0; i < 400; i++) {
            double[] row = random.doubles(NAMES.size()).toArray();
            String label = row[0] + random.nextDouble() > 1 ? "approved" : "rejected";
            loans.add(Forests.example(label, NAMES, row));
        }
        ForestModel model = coarse().train(loans);
        ForestScorer made = new ForestScorer(model.forest(), NAMES, "approved");
        ForestScorer read = new ForestScorer(ForestFile.read(model.bytes()), NAMES, "approved");
        for (int i = 0; i < 1000; i++) {
            double[] row = random.doubles(NAMES.size()).toArray();
            assertThat(read.score(row))
                    .isEqualTo(made.score(row))
                    .isEqualTo(model.predict(Forests.example("approved", NAMES, row))
                            .getOutputScores()
                            .get("approved")
                            .getScore());
        }
    }

    @Test
    void coversAreKeptAndAddUp() throws IOException {
        Tree grown = coarse().train(DATA).forest().trees().get(3);
        Tree read = ForestFile.read(coarse().train(DATA).bytes()).trees().get(3);

        assertThat(read.cover(0)).isEqualTo(DATA.size());
        for (int node = 0; node < read.nodes(); node++) {
            if (!read.isLeaf(node)) {
                assertThat(read.cover(node)).isEqualTo(read.cover(read.left(node)) + read.cover(read.left(node) + 1));
            }
        }
        assertThat(IntStream.range(0, read.nodes()).map(read::cover).sum())
                .isEqualTo(IntStream.range(0, grown.nodes()).map(grown::cover).sum());
    }

    private static HistogramForestTrainer coarse() {
        ForestSettings settings = new ForestSettings();
        settings.minSamplesLeaf = 4;
        return settings.trainer();
    }

    private static List<ForestModel> grown() {
        ForestSettings weighted = new ForestSettings();
        weighted.criterion = Criterion.ENTROPY;
        weighted.classWeight = ClassWeight.BALANCED;
        return List.of(
                new ForestSettings().trainer().train(DATA),
                coarse().train(DATA),
                weighted.trainer().train(DATA));
    }

    private static ModelProto withoutCovers(ModelProto model) throws IOException {
        WeightedEnsembleModelProto.Builder ensemble =
                model.getSerializedData().unpack(WeightedEnsembleModelProto.class).toBuilder();
        for (ModelProto.Builder member : ensemble.getModelsBuilderList()) {
            TreeModelProto tree = member.getSerializedData().unpack(TreeModelProto.class);
            assertThat(tree.getUnknownFields().asMap()).containsOnlyKeys(TreeMessage.COVERS_FIELD_NUMBER);
            member.setSerializedData(Any.pack(tree.toBuilder()
                    .setUnknownFields(UnknownFieldSet.getDefaultInstance())
                    .build()));
        }
        return model.toBuilder().setSerializedData(Any.pack(ensemble.build())).build();
    }

    private static List<Model<Label>> models() {
        return List.of(
                new ForestSettings().trainer().train(DATA),
                coarse().train(DATA),
                Forests.trained(DATA, 5),
                new CARTClassificationTrainer(4).train(DATA));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] file = new ForestSettings().trainer().train(DATA).bytes();
        assertThatThrownBy(() -> ForestFile.read("no model".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ForestFile.read(Arrays.copyOf(file, file.length / 2)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ForestFile.read(withoutLastNode(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("which is missing, another node's child, or not after it");
    }

    private static byte[] withoutLastNode(byte[] file) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(file).toBuilder();
        WeightedEnsembleModelProto.Builder ensemble =
                model.getSerializedData().unpack(WeightedEnsembleModelProto.class).toBuilder();
        ModelProto.Builder member = ensemble.getModelsBuilder(0);
        TreeModelProto.Builder tree = member.getSerializedData().unpack(TreeModelProto.class).toBuilder();
        tree.removeNodes(tree.getNodesCount() - 1);
        member.setSerializedData(Any.pack(tree.build()));
        return model.setSerializedData(Any.pack(ensemble.build())).build().toByteArray();
    }
}
