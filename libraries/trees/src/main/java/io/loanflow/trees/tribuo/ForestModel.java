package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.grow.NodeImpurities;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;
import org.tribuo.provenance.EnsembleModelProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/**
 * A forest as a model of Tribuo's. Its file is that of a {@link WeightedEnsembleModel} of {@link TreeModel}s, and Tribuo's reader makes these
 * of it when something is asked that only they know: most forests are written and scored, and never need an object for each node.
 */
public final class ForestModel extends Model<Label> {

    private static final long serialVersionUID = 1L;

    private static final String NAME = "histogram-forest";

    /** What Tribuo calls its own trees. */
    private static final String TREE_NAME = "cart-tree";

    private final transient Forest forest;

    private final transient List<? extends MemberMessage> members;

    private transient @Nullable WeightedEnsembleModel<Label> ensemble;

    private ForestModel(ModelFacts facts, Forest forest, List<? extends MemberMessage> members) {
        super(facts.name(), facts.provenance(), facts.features(), facts.outputs(), true);
        this.forest = forest;
        this.members = members;
    }

    /** Who grew trees, and what is said of that run. */
    record Origin(TrainerProvenance trainer, Map<String, Provenance> run) {}

    /** Of trees just grown. */
    static ForestModel grown(Forest forest, NodeImpurities impurities, TrainingDomain domain, Origin origin) {
        OffsetDateTime time = OffsetDateTime.now(ZoneOffset.UTC);
        ModelProvenance tree = new ModelProvenance(
                TreeModel.class.getName(), time, domain.provenance(), origin.trainer(), origin.run());
        ModelProvenance whole = new EnsembleModelProvenance(
                WeightedEnsembleModel.class.getName(),
                time,
                domain.provenance(),
                origin.trainer(),
                origin.run(),
                new ListProvenance<>(Collections.nCopies(forest.size(), tree)));
        MemberFacts members = new MemberFacts(
                forest,
                new ModelFacts(TREE_NAME, tree, domain.features(), domain.outputs())
                        .message()
                        .toByteArray(),
                forest.features().stream().mapToInt(domain.features()::getID).toArray(),
                impurities);
        return new ForestModel(
                new ModelFacts(NAME, whole, domain.features(), domain.outputs()),
                forest,
                forest.trees().stream()
                        .map(each -> new TreeMessage(each, members))
                        .toList());
    }

    /** Of trees that were written before, each in its member's message. */
    static ForestModel joined(
            Forest forest, EnsembleModelProvenance provenance, ModelFacts part, List<MemberMessage> members) {
        return new ForestModel(new ModelFacts(NAME, provenance, part.features(), part.outputs()), forest, members);
    }

    /** The trees. */
    public Forest forest() {
        return forest;
    }

    /** Tribuo's own model of the same trees; made when it is asked for first. */
    public synchronized WeightedEnsembleModel<Label> ensemble() {
        if (ensemble == null) {
            ensemble = (WeightedEnsembleModel<Label>)
                    Model.deserialize(serialize()).castModel(Label.class);
        }
        return ensemble;
    }

    /**
     * What {@link #serializeToStream} writes.
     *
     * @throws IllegalArgumentException if it would be larger than 2 GiB
     */
    public byte[] bytes() {
        WeightedEnsembleModelProto.Builder end = WeightedEnsembleModelProto.newBuilder()
                .addAllWeights(forest.weights())
                .setCombiner(combiner().serialize());
        WeightedEnsembleModelProto start = WeightedEnsembleModelProto.newBuilder()
                .setMetadata(new ModelFacts(name, provenance, featureIDMap, outputIDInfo).message())
                .build();
        return new EnsembleMessage(start, members, end.build()).bytes();
    }

    private EnsembleCombiner<Label> combiner() {
        return switch (forest.combination()) {
            case FULLY_WEIGHTED -> new FullyWeightedVotingCombiner();
            case VOTING -> new VotingCombiner();
            case NONE -> throw new IllegalStateException("A single tree is no ensemble");
        };
    }

    @Override
    public void serializeToStream(OutputStream stream) throws IOException {
        stream.write(bytes());
    }

    @Override
    public ModelProto serialize() {
        try {
            return ModelProto.parseFrom(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("What was written cannot be read", e);
        }
    }

    @Override
    public Prediction<Label> predict(Example<Label> example) {
        return ensemble().predict(example);
    }

    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return ensemble().getTopFeatures(n);
    }

    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return ensemble().getExcuse(example);
    }

    @Override
    protected ForestModel copy(String newName, ModelProvenance newProvenance) {
        return new ForestModel(new ModelFacts(newName, newProvenance, featureIDMap, outputIDInfo), forest, members);
    }

    /** For Java's own serialization. */
    private Object writeReplace() {
        return ensemble();
    }
}
