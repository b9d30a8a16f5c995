package io.loanflow.trees.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.BytesValue;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.util.Pair;
import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.tree.Tree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/** A boosted model of two labels as Tribuo's: with provenance, evaluated by its evaluators, written and read in its format. */
public final class BoostedTreesModel extends Model<Label> {

    private static final long serialVersionUID = 1L;

    /** Of trees that read numbers only; others are of the next one, which older code refuses. */
    private static final int VERSION_OF_NUMBERS = 0;

    private static final int VERSION = 1;

    static final String NAME = "boosted-trees";

    private final String positive;
    private final String negative;

    private final transient BoostedTrees trees;

    BoostedTreesModel(String positive, BoostedTrees trees, ModelFacts facts) {
        super(facts.name(), facts.provenance(), facts.features(), facts.outputs(), true);
        this.positive = positive;
        this.negative = facts.outputs().getDomain().stream()
                .map(Label::getLabel)
                .filter(label -> !label.equals(positive))
                .findFirst()
                .orElseThrow();
        this.trees = trees;
    }

    /** The trees; their features are in the order of Tribuo's ids. */
    public BoostedTrees trees() {
        return trees;
    }

    /** The label whose probability the trees give. */
    public String positiveLabel() {
        return positive;
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        double[] row = new double[featureIDMap.size()];
        int used = 0;
        for (Feature feature : example) {
            int id = featureIDMap.getID(feature.getName());
            if (id >= 0) {
                row[id] += feature.getValue();
                used++;
            }
        }
        if (used == 0) {
            throw new IllegalArgumentException(
                    "The example has none of the model's features: give at least one of them");
        }
        double probability = trees.probability(row);
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(positive, new Label(positive, probability));
        scores.put(negative, new Label(negative, 1 - probability));
        Label likeliest = scores.get(probability >= 0.5 ? positive : negative);
        return new Prediction<>(likeliest, scores, used, example, true);
    }

    /** Features by the share of the training rows that came to their splits, summed over all of them. */
    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        double[] covers = new double[featureIDMap.size()];
        for (Tree tree : trees.trees()) {
            for (int node = 0; node < tree.nodes(); node++) {
                if (!tree.isLeaf(node)) {
                    covers[trees.readings().list().get(tree.feature(node)).feature()] +=
                            (double) tree.cover(node) / tree.cover(0);
                }
            }
        }
        List<Pair<String, Double>> top = IntStream.range(0, covers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -covers[id]))
                .limit(n < 0 ? covers.length : n)
                .map(id -> new Pair<>(featureIDMap.get(id).getName(), covers[id]))
                .toList();
        return Map.of(Model.ALL_OUTPUTS, top);
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected BoostedTreesModel copy(String newName, ModelProvenance newProvenance) {
        return new BoostedTreesModel(
                positive, trees, new ModelFacts(newName, newProvenance, featureIDMap, outputIDInfo));
    }

    @Override
    public ModelProto serialize() {
        return ModelProto.newBuilder()
                .setVersion(trees.readings().isPlain() ? VERSION_OF_NUMBERS : VERSION)
                .setClassName(BoostedTreesModel.class.getName())
                .setSerializedData(
                        Any.pack(BoostedTreesFile.write(createDataCarrier().serialize(), positive, trees)))
                .build();
    }

    /**
     * Called by Tribuo.
     *
     * @throws InvalidProtocolBufferException if the message is of another type
     * @throws IllegalArgumentException if it is of a later version
     * @throws IllegalStateException if what it holds is damaged or does not belong together
     */
    public static BoostedTreesModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        if (version < VERSION_OF_NUMBERS || version > VERSION) {
            throw new IllegalArgumentException("The model is of version " + version
                    + " of the format, and this code reads versions" + " 0 to " + VERSION);
        }
        BoostedTreesFile.Content content =
                BoostedTreesFile.read(message.unpack(BytesValue.class), version > VERSION_OF_NUMBERS);
        ModelFacts facts = ModelFacts.of(content.metadata());
        if (facts.outputs().size() != 2 || facts.outputs().getID(new Label(content.positive())) < 0) {
            throw new IllegalStateException(
                    "The labels are " + facts.outputs().getDomain() + ", which are not two with " + content.positive());
        }
        return new BoostedTreesModel(content.positive(), content.model(), facts);
    }
}
