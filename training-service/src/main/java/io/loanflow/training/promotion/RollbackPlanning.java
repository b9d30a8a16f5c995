package io.loanflow.training.promotion;

import io.loanflow.contracts.release.RollbackPlan;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.run.RunTags;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds the way back from the version in service. */
@Service
public class RollbackPlanning {

    private final ModelRegistry registry;

    RollbackPlanning(ModelRegistry registry) {
        this.registry = registry;
    }

    /** @throws VersionUnavailableException if there is no champion to leave, no reason to, or no version to go back to */
    public RollbackPlan plan(RollbackRequest request) {
        String name = request.dataset();
        if (request.reason() == null || request.reason().isBlank()) {
            throw new VersionUnavailableException("a rollback needs a reason, for whoever asks later");
        }
        RegisteredModelVersion champion = registry.byAlias(name, ModelRegistry.CHAMPION)
                .orElseThrow(() -> new VersionUnavailableException("model " + name + " has no champion to leave"));
        RegisteredModelVersion target = target(champion, request.to());
        return new RollbackPlan(
                VersionReference.of(champion),
                VersionReference.of(target),
                request.reason().strip());
    }

    private RegisteredModelVersion target(RegisteredModelVersion champion, @Nullable Integer to) {
        if (to != null) {
            return named(champion, to);
        }
        List<RegisteredModelVersion> versions = registry.versions(champion.name());
        String former = champion.tags().getOrDefault(RunTags.FORMER_CHAMPION, "");
        return versions.stream()
                .filter(version -> version.version() != champion.version())
                .filter(version -> !VersionReference.isWithdrawn(version))
                .filter(version -> Integer.toString(version.version()).equals(former))
                .findFirst()
                .or(() -> newestThatPassed(champion, versions))
                .orElseThrow(
                        () -> new VersionUnavailableException("model " + champion.name() + " has no version that passed"
                                + " the gate beside version " + champion.version() + "; name one by --to"));
    }

    private static Optional<RegisteredModelVersion> newestThatPassed(
            RegisteredModelVersion champion, List<RegisteredModelVersion> versions) {
        return versions.stream()
                .filter(version -> version.version() != champion.version())
                .filter(VersionReference::passedGate)
                .findFirst();
    }

    private RegisteredModelVersion named(RegisteredModelVersion champion, int to) {
        RegisteredModelVersion target = registry.version(champion.name(), to)
                .orElseThrow(() -> new VersionUnavailableException(
                        "model " + champion.name() + " has no version " + to + "; ./loanflow models lists them"));
        if (target.version() == champion.version()) {
            throw new VersionUnavailableException(
                    "version " + to + " of model " + champion.name() + " is in service already");
        }
        if (VersionReference.isWithdrawn(target)) {
            throw new VersionUnavailableException(
                    "version " + to + " of model " + champion.name() + " was withdrawn at "
                            + target.tags().get(RunTags.WITHDRAWN) + ": "
                            + target.tags().get(RunTags.WITHDRAWN_REASON));
        }
        return target;
    }
}
