package io.loanflow.training.promotion;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.release.Appointment;
import io.loanflow.contracts.release.Reinstatement;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.run.RowsTag;
import io.loanflow.training.run.RunTags;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Moves the alias of the version in service. Where it came from is written to the version before it moves, so that a call after a
 * crash ends in the same state.
 */
@Service
public class ChampionAlias {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionAlias.class);

    private final ModelRegistry registry;

    ChampionAlias(ModelRegistry registry) {
        this.registry = registry;
    }

    /** @throws VersionUnavailableException if there is no such version, or no pipeline made it */
    public ReleaseCandidate find(VersionRequest request) {
        String name = request.dataset();
        Integer number = request.version();
        RegisteredModelVersion version = registry.versions(name).stream()
                .filter(any -> number == null || any.version() == number)
                .findFirst()
                .orElseThrow(() -> new VersionUnavailableException(
                        number == null
                                ? "model " + name + " has no version; run a pipeline first"
                                : "model " + name + " has no version " + number + "; ./loanflow models lists them"));
        String rows = version.tags().get(RunTags.ROWS);
        if (rows == null) {
            throw new VersionUnavailableException("version " + version.version() + " of model " + name
                    + " does not say on which rows it was trained (tag " + RunTags.ROWS + "); train it again");
        }
        PreprocessingRequest made = RowsTag.read(rows);
        return new ReleaseCandidate(
                VersionReference.of(version),
                new PreprocessingRequest(made.load(), made.settings(), request.run()),
                null);
    }

    /** Points the alias to a version; again changes nothing and names the same former champion. */
    public Appointment appoint(ModelVersionRef version) {
        Optional<RegisteredModelVersion> current = registry.byAlias(version.name(), ModelRegistry.CHAMPION);
        if (current.isPresent() && current.get().version() == version.version()) {
            return new Appointment(version, formerOf(current.get()).orElse(null));
        }
        registry.setTag(
                version.name(),
                version.version(),
                RunTags.FORMER_CHAMPION,
                current.map(former -> Integer.toString(former.version())).orElse(""));
        registry.setAlias(version.name(), ModelRegistry.CHAMPION, version.version());
        LOG.info("{} version {} is the champion", version.name(), version.version());
        return new Appointment(version, current.map(VersionReference::of).orElse(null));
    }

    /**
     * Points the alias back to where it was before an appointment, unless somebody has moved it since.
     *
     * @return the champion now; null where there is none
     */
    public @Nullable ModelVersionRef reinstate(Reinstatement request) {
        ModelVersionRef failed = request.appointment().champion();
        registry.setTag(failed.name(), failed.version(), RunTags.GATE_VERDICT, Verdict.REFUSED.name());
        registry.setTag(failed.name(), failed.version(), RunTags.GATE_REASON, request.reason());
        Optional<RegisteredModelVersion> current = registry.byAlias(failed.name(), ModelRegistry.CHAMPION);
        if (current.isPresent() && current.get().version() == failed.version()) {
            LOG.warn("{} version {} is the champion no more: {}", failed.name(), failed.version(), request.reason());
            return moveBack(request.appointment());
        }
        return current.map(VersionReference::of).orElse(null);
    }

    private @Nullable ModelVersionRef moveBack(Appointment appointment) {
        ModelVersionRef former = appointment.former();
        if (former == null) {
            registry.deleteAlias(appointment.champion().name(), ModelRegistry.CHAMPION);
        } else {
            registry.setAlias(former.name(), ModelRegistry.CHAMPION, former.version());
        }
        return former;
    }

    /** The version that was champion before, if it is registered still. */
    private Optional<ModelVersionRef> formerOf(RegisteredModelVersion version) {
        String former = version.tags().getOrDefault(RunTags.FORMER_CHAMPION, "");
        return registry.versions(version.name()).stream()
                .filter(any -> Integer.toString(any.version()).equals(former))
                .findFirst()
                .map(VersionReference::of);
    }
}
