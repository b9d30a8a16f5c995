package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import io.loanflow.trees.forest.Combination;
import io.loanflow.trees.forest.Forest;
import io.loanflow.trees.tree.Tree;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.provenance.EnsembleModelProvenance;
import org.tribuo.provenance.ModelProvenance;

/** Makes one forest of trees that were trained apart. */
public final class ForestParts {

    private static final String FIRST_TREE = "first-tree";

    private ForestParts() {}

    /** A part's file, whose trees are yet to be read. */
    private record Part(ForestMessage message, ModelFacts facts, int firstTree) {

        static Part of(byte[] file) throws IOException {
            ForestMessage message = ForestFile.message(file);
            ModelFacts facts = message.facts();
            return new Part(message, facts, ForestParts.firstTree(facts.provenance()));
        }
    }

    /**
     * Joins the parts of a forest. The result has the digest of the forest trained in one go.
     *
     * @param files what results of {@link HistogramForestTrainer#trainPart} were written to, in any order; of the same data with the same
     *     parameters
     * @throws IOException if a file is none of a model
     * @throws IllegalArgumentException if a part is missing or there twice, or the parts belong to different forests
     */
    public static ForestModel join(List<byte[]> files) throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("There are no parts: give every part of the forest");
        }
        List<Part> parts = new ArrayList<>();
        for (byte[] file : files) {
            parts.add(Part.of(file));
        }
        parts.sort(Comparator.comparingInt(Part::firstTree));
        int trees = 0;
        for (Part part : parts) {
            refuseGap(part, trees);
            refuseStranger(parts.get(0), part);
            trees += part.message().trees().size();
        }
        return ForestModel.joined(
                forest(parts),
                provenance(parts),
                parts.get(0).facts(),
                parts.stream()
                        .flatMap(part -> part.message().members().stream())
                        .toList());
    }

    private static Forest forest(List<Part> parts) {
        List<Forest> forests =
                parts.stream().map(part -> part.message().forest()).toList();
        List<Tree> trees =
                forests.stream().flatMap(forest -> forest.trees().stream()).toList();
        Forest first = forests.get(0);
        return new Forest(
                first.features(),
                first.labels(),
                first.summation(),
                trees,
                Collections.nCopies(trees.size(), 1.0f / trees.size()),
                Combination.FULLY_WEIGHTED);
    }

    private static EnsembleModelProvenance provenance(List<Part> parts) {
        ModelProvenance first = parts.get(0).facts().provenance();
        List<ModelProvenance> members = new ArrayList<>();
        for (Part part : parts) {
            members.addAll(((EnsembleModelProvenance) part.facts().provenance())
                    .getMemberProvenance()
                    .getList());
        }
        return new EnsembleModelProvenance(
                WeightedEnsembleModel.class.getName(),
                OffsetDateTime.now(ZoneOffset.UTC),
                first.getDatasetProvenance(),
                first.getTrainerProvenance(),
                new ListProvenance<>(members));
    }

    /** What a part says of itself in its provenance. */
    static Map<String, Provenance> first(int tree) {
        return Map.of(FIRST_TREE, new IntProvenance(FIRST_TREE, tree));
    }

    private static int firstTree(ModelProvenance part) {
        if (part.getInstanceProvenance().getMap().get(FIRST_TREE) instanceof IntProvenance first) {
            return first.getValue();
        }
        throw new IllegalArgumentException(
                "A model is no part of a forest: give results of HistogramForestTrainer.trainPart");
    }

    private static void refuseGap(Part part, int expected) {
        if (part.firstTree() != expected) {
            throw new IllegalArgumentException("A part begins with tree " + part.firstTree() + " where tree " + expected
                    + " is next: give each part once, and all of them from tree 0 on");
        }
    }

    private static void refuseStranger(Part first, Part part) {
        boolean sameTrainer = configuration(first).equals(configuration(part));
        boolean sameDomain =
                first.facts().features().keySet().equals(part.facts().features().keySet())
                        && first.facts()
                                .outputs()
                                .getDomain()
                                .equals(part.facts().outputs().getDomain());
        if (!sameTrainer || !sameDomain) {
            throw new IllegalArgumentException("The parts from tree " + first.firstTree() + " and " + part.firstTree()
                    + " on were trained with different parameters, features or labels: train both alike");
        }
    }

    /** The threads decide nothing. */
    private static Map<String, ? extends Provenance> configuration(Part part) {
        Map<String, Provenance> parameters =
                new TreeMap<>(part.facts().provenance().getTrainerProvenance().getConfiguredParameters());
        parameters.remove("threads");
        return parameters;
    }
}
