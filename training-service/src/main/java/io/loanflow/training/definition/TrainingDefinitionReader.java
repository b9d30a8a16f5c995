package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.dataset.DefinitionYaml;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.ModelFamilies;
import io.loanflow.model.family.Parameter;
import io.loanflow.model.family.Parameters;
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
     * @param yaml need not exist; what it leaves out is as the family has it
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static TrainingDefinition read(Path yaml) {
        if (Files.notExists(yaml)) {
            Parameters general = ModelFamilies.STANDARD.defaults();
            return new TrainingDefinition(general, tuning(null, general), GateDefinition.DEFAULTS);
        }
        return DefinitionYaml.read(DefinitionYaml.text(yaml), yaml.toString(), TrainingDefinitionReader::definition);
    }

    private static TrainingDefinition definition(DefinitionNode root) {
        root.allowKeys("family", "parameters", "tuning", "gate");
        Parameters parameters = ParameterReader.parameters(
                root.optional("parameters"), ParameterReader.family(root.optional("family")));
        return new TrainingDefinition(
                parameters,
                tuning(root.optional("tuning"), parameters),
                GateDefinitionReader.read(root.optional("gate")));
    }

    private static TuningDefinition tuning(@Nullable DefinitionNode node, Parameters parameters) {
        long seed = parameters.whole(TrainingSettings.SEED);
        if (node == null) {
            return new TuningDefinition(seed, CANDIDATES, FOLDS, RUNGS, SearchSpaceReader.read(null, parameters));
        }
        node.allowKeys("seed", "candidates", "folds", "rungs", "space");
        return new TuningDefinition(
                or(node.optional("seed"), TrainingDefinitionReader::seed, seed),
                or(node.optional("candidates"), given -> (int) given.wholeNumber(1, MOST_CANDIDATES), CANDIDATES),
                or(node.optional("folds"), given -> (int) given.wholeNumber(2, MOST_FOLDS), FOLDS),
                or(node.optional("rungs"), given -> rungs(given, parameters), RUNGS),
                SearchSpaceReader.read(node.optional("space"), parameters));
    }

    private static List<Integer> rungs(DefinitionNode node, Parameters parameters) {
        Parameter trees = parameters.family().schema().parameter(TrainingSettings.TREES);
        List<Integer> rungs = node.items().stream()
                .map(item -> Integer.valueOf(ParameterReader.value(item, trees)))
                .toList();
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
