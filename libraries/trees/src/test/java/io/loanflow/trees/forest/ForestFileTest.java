package io.loanflow.trees.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;

class ForestFileTest {

    private static final List<String> NAMES = Forests.features(5);

    private static final MutableDataset<Label> DATA = Forests.dataset(400, NAMES, 3, new SplittableRandom(1));

    @Test
    void writesWhatTribuoWrites() throws IOException {
        for (Model<Label> model : models()) {
            byte[] file = bytes(model);
            assertThat(ModelProto.parseFrom(file)).isEqualTo(model.serialize());
            if (model instanceof WeightedEnsembleModel<Label> forest) {
                assertThat(ForestFile.bytes(forest)).isEqualTo(file);
            }
        }
    }

    @Test
    void whatTribuoWroteIsReadAsTribuoReadsIt() throws IOException {
        for (Model<Label> model : models()) {
            ByteArrayOutputStream tribuo = new ByteArrayOutputStream();
            model.serializeToStream(tribuo);
            FlatForest read = FlatForest.read(tribuo.toByteArray(), NAMES, "label-1");
            FlatForest readByTribuo =
                    FlatForest.of(Model.deserialize(model.serialize()).castModel(Label.class), NAMES, "label-1");
            assertThat(read.digest()).isEqualTo(readByTribuo.digest());
            SplittableRandom random = new SplittableRandom(8);
            for (int i = 0; i < 100; i++) {
                double[] row = Forests.awkwardRow(5, random);
                assertThat(read.score(row)).isEqualTo(readByTribuo.score(row));
            }
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
        ForestSettings settings = new ForestSettings();
        settings.minSamplesLeaf = 4;
        Model<Label> model = settings.trainer().train(loans);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ForestFile.write(model, file);
        FlatForest read = FlatForest.read(file.toByteArray(), NAMES, "approved");
        FlatForest made = FlatForest.of(model, NAMES, "approved");
        for (int i = 0; i < 1000; i++) {
            double[] row = random.doubles(NAMES.size()).toArray();
            assertThat(read.score(row)).isEqualTo(made.score(row));
        }
    }

    private static List<Model<Label>> models() {
        ForestSettings settings = new ForestSettings();
        settings.minSamplesLeaf = 4;
        return List.of(
                new ForestSettings().trainer().train(DATA),
                settings.trainer().train(DATA),
                Forests.trained(DATA, 5),
                new CARTClassificationTrainer(4).train(DATA));
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] file = bytes(new ForestSettings().trainer().train(DATA));
        assertThatThrownBy(() -> read("no model".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length / 2))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(withoutLastNode(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("which is missing, another node's child, or not after it");
    }

    private static void read(byte[] file) throws IOException {
        FlatForest.read(file, NAMES, "label-1");
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

    private static byte[] bytes(Model<Label> model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ForestFile.write(model, out);
        return out.toByteArray();
    }
}
