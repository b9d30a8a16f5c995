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
                .or(() -> champion.filter(current -> isSynthetic(challenger) && !isSynthetic(current))
                        .map(current -> Gate.synthetic(challenger.version(), current.version())));
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
