package io.loanflow.trees.forest;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.EnsembleModelProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/** Makes one forest of trees that were trained apart. */
public final class ForestParts {

    private static final String FIRST_TREE = "first-tree";

    private static final String NAME = "histogram-forest";

    private ForestParts() {}

    /**
     * Joins the parts of a forest. The result has the digest of the forest trained in one go.
     *
     * @param parts results of {@link HistogramForestTrainer#trainPart} in any order, on the same data with the same
     *     parameters
     * @throws IllegalArgumentException if a part is missing or there twice, or the parts belong to different forests
     */
    public static WeightedEnsembleModel<Label> join(List<WeightedEnsembleModel<Label>> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There are no parts: give every part of the forest");
        }
        List<WeightedEnsembleModel<Label>> ordered = new ArrayList<>(parts);
        ordered.sort(Comparator.comparingInt(ForestParts::firstTree));
        WeightedEnsembleModel<Label> first = ordered.get(0);
        List<Model<Label>> members = new ArrayList<>();
        for (WeightedEnsembleModel<Label> part : ordered) {
            refuseGap(part, members.size());
            refuseStranger(first, part);
            members.addAll(part.getModels());
        }
        ModelProvenance provenance = first.getProvenance();
        return new WeightedEnsembleModel<>(
                NAME,
                new EnsembleModelProvenance(
                        WeightedEnsembleModel.class.getName(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        provenance.getDatasetProvenance(),
                        provenance.getTrainerProvenance(),
                        ListProvenance.createListProvenance(members)),
                first.getFeatureIDMap(),
                first.getOutputIDInfo(),
                members,
                new FullyWeightedVotingCombiner());
    }

    static WeightedEnsembleModel<Label> ensemble(
            ForestDomain domain, TrainerProvenance trainer, Map<String, Provenance> run, List<Model<Label>> members) {
        return new WeightedEnsembleModel<>(
                NAME,
                new EnsembleModelProvenance(
                        WeightedEnsembleModel.class.getName(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        domain.getProvenance(),
                        trainer,
                        run,
                        ListProvenance.createListProvenance(members)),
                domain.getFeatureIDMap(),
                domain.getOutputIDInfo(),
                members,
                new FullyWeightedVotingCombiner());
    }

    /** What a part says of itself in its provenance. */
    static Map<String, Provenance> first(int tree) {
        return Map.of(FIRST_TREE, new IntProvenance(FIRST_TREE, tree));
    }

    private static int firstTree(WeightedEnsembleModel<Label> part) {
        if (part.getProvenance().getInstanceProvenance().getMap().get(FIRST_TREE) instanceof IntProvenance first) {
            return first.getValue();
        }
        throw new IllegalArgumentException(
                "A model is no part of a forest: give results of HistogramForestTrainer.trainPart");
    }

    private static void refuseGap(WeightedEnsembleModel<Label> part, int expected) {
        if (firstTree(part) != expected) {
            throw new IllegalArgumentException("A part begins with tree " + firstTree(part) + " where tree " + expected
                    + " is next: give each part once, and all of them from tree 0 on");
        }
    }

    private static void refuseStranger(WeightedEnsembleModel<Label> first, WeightedEnsembleModel<Label> part) {
        boolean sameTrainer = configuration(first).equals(configuration(part));
        boolean sameDomain =
                first.getFeatureIDMap().keySet().equals(part.getFeatureIDMap().keySet())
                        && first.getOutputIDInfo()
                                .getDomain()
                                .equals(part.getOutputIDInfo().getDomain());
        if (!sameTrainer || !sameDomain) {
            throw new IllegalArgumentException("The parts from tree " + firstTree(first) + " and " + firstTree(part)
                    + " on were trained with different parameters, features or labels: train both alike");
        }
    }

    /** The threads decide nothing. */
    private static Map<String, ? extends Provenance> configuration(Model<Label> model) {
        Map<String, Provenance> parameters =
                new TreeMap<>(model.getProvenance().getTrainerProvenance().getConfiguredParameters());
        parameters.remove("threads");
        return parameters;
    }
}
