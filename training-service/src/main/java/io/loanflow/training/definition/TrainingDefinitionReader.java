package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.contracts.dataset.DefinitionYaml;
import io.loanflow.contracts.ingestion.TrainingWindow;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.model.family.ModelFamilies;
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
    private static final int MOST_PATIENCE = 10_000;
    private static final int GREATEST_FACTOR = 10;
    private static final TuningDefinition TUNING = new TuningDefinition(42, 16, 5, 50, 3);

    private TrainingDefinitionReader() {}

    /**
     * @param yaml need not exist; what it leaves out is as the family has it
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException with every problem: file, line, path and what is allowed
     */
    public static TrainingDefinition read(Path yaml) {
        return Files.notExists(yaml)
                ? new TrainingDefinition(
                        List.of(FamilyDefinitionReader.of(ModelFamilies.STANDARD)),
                        TUNING,
                        LeakageLimits.DEFAULTS,
                        GateDefinition.DEFAULTS,
                        null,
                        RolloutPolicy.NONE)
                : DefinitionYaml.read(DefinitionYaml.text(yaml), yaml.toString(), TrainingDefinitionReader::definition);
    }

    private static TrainingDefinition definition(DefinitionNode root) {
        root.allowKeys("family", "families", "parameters", "tuning", "leakage", "gate", "release", TrainingWindow.KEY);
        // Ingestion selects the loads; a mistake in it is said with all others.
        var unused = TrainingWindow.read(root.optional(TrainingWindow.KEY));
        List<FamilyDefinition> families = FamilyDefinitionReader.read(root);
        long seed = families.get(0).parameters().whole(TrainingSettings.SEED);
        return new TrainingDefinition(
                families,
                tuning(root.optional("tuning"), seed),
                leakage(root.optional("leakage")),
                GateDefinitionReader.read(root.optional("gate")),
                ReleasePolicyReader.read(root.optional("release")),
                RolloutPolicyReader.read(root.optional("release")));
    }

    private static LeakageLimits leakage(@Nullable DefinitionNode node) {
        if (node == null) {
            return LeakageLimits.DEFAULTS;
        }
        node.allowKeys("warn", "refuse");
        double refuse = or(node.optional("refuse"), given -> given.number(0.5, 1), LeakageLimits.DEFAULTS.refuse());
        double warn = or(
                node.optional("warn"), given -> given.number(0.5, 1), Math.min(refuse, LeakageLimits.DEFAULTS.warn()));
        if (warn > refuse) {
            node.problem("warns only where it has refused already; warn must not be above refuse");
        }
        return new LeakageLimits(warn, refuse);
    }

    private static TuningDefinition tuning(@Nullable DefinitionNode node, long seed) {
        if (node == null) {
            return new TuningDefinition(seed, TUNING.candidates(), TUNING.folds(), TUNING.patience(), TUNING.factor());
        }
        node.allowKeys("seed", "candidates", "folds", "earlyStoppingRound", "factor", "rungs", "space");
        return new TuningDefinition(
                or(node.optional("seed"), TrainingDefinitionReader::seed, seed),
                or(node.optional("candidates"), given -> whole(given, 1, MOST_CANDIDATES), TUNING.candidates()),
                or(node.optional("folds"), given -> whole(given, 2, MOST_FOLDS), TUNING.folds()),
                or(node.optional("earlyStoppingRound"), given -> whole(given, 1, MOST_PATIENCE), TUNING.patience()),
                or(node.optional("factor"), given -> whole(given, 2, GREATEST_FACTOR), TUNING.factor()));
    }

    private static int whole(DefinitionNode node, int from, int to) {
        return (int) node.wholeNumber(from, to);
    }

    /** A number that YAML, JSON and MLflow all carry whole. */
    private static long seed(DefinitionNode node) {
        return node.wholeNumber(0, Integer.MAX_VALUE);
    }

    private static <T> T or(@Nullable DefinitionNode node, Function<DefinitionNode, T> value, T other) {
        return node == null ? other : value.apply(node);
    }
}
