package io.loanflow.training.promotion;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.gate.Gate;
import io.loanflow.training.gate.Ruling;
import io.loanflow.training.run.RunTags;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the registry's tags alone say of a challenger, whether or not any model can be read. */
final class TagRuling {

    private TagRuling() {}

    /** @param versions all of the model, the challenger among them */
    static Optional<Ruling> of(
            RegisteredModelVersion challenger,
            Optional<RegisteredModelVersion> champion,
            List<RegisteredModelVersion> versions) {
        return versions.stream()
                .filter(VersionReference::isWithdrawn)
                .filter(version -> isSameModel(version, challenger))
                .findFirst()
                .map(version -> Gate.withdrawn(
                        challenger.version(),
                        version.version(),
                        version.tags().getOrDefault(RunTags.WITHDRAWN, ""),
                        version.tags().getOrDefault(RunTags.WITHDRAWN_REASON, "no reason was given")))
                .or(() -> isSynthetic(challenger)
                        ? againstReal(challenger.version(), champion, versions)
                        : Optional.empty());
    }

    /** Where somebody deleted the alias, serving goes on with the version that it named. */
    private static Optional<Ruling> againstReal(
            int challenger, Optional<RegisteredModelVersion> champion, List<RegisteredModelVersion> versions) {
        return champion.isPresent()
                ? champion.filter(current -> !isSynthetic(current))
                        .map(current -> Gate.synthetic(challenger, "champion version " + current.version()))
                : versions.stream()
                        .filter(version -> VersionReference.passedGate(version) && !isSynthetic(version))
                        .findFirst()
                        .map(version -> Gate.synthetic(
                                challenger, "version " + version.version() + ", the last that passed the gate,"));
    }

    private static boolean isSameModel(RegisteredModelVersion one, RegisteredModelVersion other) {
        String digest = one.tags().getOrDefault(RunTags.MODEL_DIGEST, "");
        return one.version() == other.version()
                || (!digest.isEmpty() && digest.equals(other.tags().get(RunTags.MODEL_DIGEST)));
    }

    private static boolean isSynthetic(RegisteredModelVersion version) {
        return DataOrigin.SYNTHETIC
                .name()
                .toLowerCase(Locale.ROOT)
                .equals(version.tags().get(RunTags.DATA_ORIGIN));
    }
}
