package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.dataset.DefinitionYaml;
import io.loanflow.training.forest.ForestParameters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a data set's {@code training.yaml}. */
public final class TrainingDefinitionReader {

    /** The file's name in the folder of its data set. */
    public static final String FILE = "training.yaml";

    private static final int MOST_CANDIDATES = 500;
    private static final int MOST_FOLDS = 20;
    private static final int CANDIDATES = 16;
    private static final int FOLDS = 5;
    private static final List<Integer> RUNGS = List.of(25, 50, 100);

    private TrainingDefinitionReader() {}

    /**
     * @param yaml need not exist; what it leaves out is as {@link ForestParameters#GENERAL} has it
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static TrainingDefinition read(Path yaml) {
        if (Files.notExists(yaml)) {
            return new TrainingDefinition(
                    ForestParameters.GENERAL, tuning(null, ForestParameters.GENERAL), GateDefinition.DEFAULTS);
        }
        return DefinitionYaml.read(DefinitionYaml.text(yaml), yaml.toString(), TrainingDefinitionReader::definition);
    }

    private static TrainingDefinition definition(DefinitionNode root) {
        root.allowKeys("parameters", "tuning", "gate");
        DefinitionNode node = root.optional("parameters");
        ForestParameters parameters = node == null ? ForestParameters.GENERAL : parameters(node);
        return new TrainingDefinition(
                parameters,
                tuning(root.optional("tuning"), parameters),
                GateDefinitionReader.read(root.optional("gate")));
    }

    private static ForestParameters parameters(DefinitionNode node) {
        node.allowKeys(
                "n_estimators", "seed", "criterion", "max_depth", "min_samples_leaf", "max_features", "max_samples");
        ForestParameters general = ForestParameters.GENERAL;
        return new ForestParameters(
                or(node.optional("n_estimators"), ParameterNode::trees, general.trees()),
                or(node.optional("seed"), TrainingDefinitionReader::seed, general.seed()),
                or(node.optional("criterion"), ParameterNode::criterion, general.criterion()),
                or(node.optional("max_depth"), ParameterNode::maxDepth, general.maxDepth()),
                or(node.optional("min_samples_leaf"), ParameterNode::minSamplesLeaf, general.minSamplesLeaf()),
                or(node.optional("max_features"), ParameterNode::maxFeatures, general.maxFeatures()),
                or(node.optional("max_samples"), ParameterNode::maxSamples, general.maxSamples()));
    }

    private static TuningDefinition tuning(@Nullable DefinitionNode node, ForestParameters parameters) {
        if (node == null) {
            return new TuningDefinition(
                    parameters.seed(), CANDIDATES, FOLDS, RUNGS, SearchSpaceReader.general(parameters));
        }
        node.allowKeys("seed", "candidates", "folds", "rungs", "space");
        DefinitionNode space = node.optional("space");
        return new TuningDefinition(
                or(node.optional("seed"), TrainingDefinitionReader::seed, parameters.seed()),
                or(node.optional("candidates"), given -> (int) given.wholeNumber(1, MOST_CANDIDATES), CANDIDATES),
                or(node.optional("folds"), given -> (int) given.wholeNumber(2, MOST_FOLDS), FOLDS),
                or(node.optional("rungs"), TrainingDefinitionReader::rungs, RUNGS),
                space == null ? SearchSpaceReader.general(parameters) : SearchSpaceReader.read(space, parameters));
    }

    private static List<Integer> rungs(DefinitionNode node) {
        List<Integer> rungs = node.items().stream().map(ParameterNode::trees).toList();
        for (int i = 1; i < rungs.size(); i++) {
            if (rungs.get(i) <= rungs.get(i - 1)) {
                node.problem("must rise, such as [25, 50, 100]");
                return rungs;
            }
        }
        return rungs;
    }

    /** A number that YAML, JSON and MLflow all carry whole. */
    private static long seed(DefinitionNode node) {
        return node.wholeNumber(0, Integer.MAX_VALUE);
    }

    private static <T> T or(@Nullable DefinitionNode node, Function<DefinitionNode, T> value, T other) {
        return node == null ? other : value.apply(node);
    }
}
