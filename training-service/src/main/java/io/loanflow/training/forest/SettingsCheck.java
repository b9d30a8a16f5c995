package io.loanflow.training.forest;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.forest.grow.Criterion;
import io.loanflow.forest.grow.Portion;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes settings where they are given and in range, else what stands in their place. */
final class SettingsCheck {

    private final TrainingSettings settings;

    SettingsCheck(TrainingSettings settings) {
        this.settings = settings;
    }

    int trees(int other) {
        return whole("trees", settings.trees(), ForestParameters.MOST_TREES, other);
    }

    int maxDepth(int other) {
        return whole("maxDepth", settings.maxDepth(), ForestParameters.DEEPEST, other);
    }

    int minSamplesLeaf(int other) {
        return whole("minSamplesLeaf", settings.minSamplesLeaf(), ForestParameters.LARGEST_LEAF, other);
    }

    Criterion criterion(Criterion other) {
        String given = settings.criterion();
        if (given == null) {
            return other;
        }
        return Arrays.stream(Criterion.values())
                .filter(criterion -> ForestParameters.name(criterion).equals(given))
                .findFirst()
                .orElseThrow(() -> invalid(
                        "criterion",
                        "one of "
                                + Arrays.stream(Criterion.values())
                                        .map(ForestParameters::name)
                                        .collect(Collectors.joining(", ")),
                        given));
    }

    Portion maxFeatures(Portion other) {
        String given = settings.maxFeatures();
        return given == null ? other : portion("maxFeatures", "sqrt, log2, all, a share such as 0.5", given);
    }

    Portion maxSamples(Portion other) {
        String given = settings.maxSamples();
        if (given == null) {
            return other;
        }
        Portion portion = portion("maxSamples", "all, a share such as 0.5", given);
        if (portion.kind() == Portion.Kind.SQRT || portion.kind() == Portion.Kind.LOG2) {
            throw invalid("maxSamples", "all, a share such as 0.5, or a count such as 7", given);
        }
        return portion;
    }

    private static Portion portion(String name, String allowed, String given) {
        try {
            return Portion.parse(given);
        } catch (IllegalArgumentException e) {
            throw invalid(name, allowed + ", or a count such as 7", given);
        }
    }

    private static int whole(String name, @Nullable Integer given, int most, int other) {
        if (given == null) {
            return other;
        }
        if (given < 1 || given > most) {
            throw invalid(name, "from 1 to " + most, given);
        }
        return given;
    }

    private static SettingsInvalidException invalid(String name, String allowed, Object given) {
        return new SettingsInvalidException("training." + name + " must be " + allowed + ", is " + given
                + ". Leave it out for the data set's own.");
    }
}
