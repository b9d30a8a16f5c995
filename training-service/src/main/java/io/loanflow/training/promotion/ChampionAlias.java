package io.loanflow.training.promotion;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.release.Refusal;
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
        RegisteredModelVersion version = (number == null
                        ? registry.versions(name).stream().findFirst()
                        : registry.version(name, number))
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

    /**
     * Points the alias to a version; again changes nothing.
     *
     * @throws VersionUnavailableException if it was withdrawn
     */
    public void appoint(ModelVersionRef version) {
        if (registry.version(version.name(), version.version())
                .filter(VersionReference::isWithdrawn)
                .isPresent()) {
            throw new VersionUnavailableException(
                    "version " + version.version() + " of model " + version.name() + " was withdrawn");
        }
        Optional<RegisteredModelVersion> current = registry.byAlias(version.name(), ModelRegistry.CHAMPION);
        if (current.filter(champion -> champion.version() == version.version()).isPresent()) {
            return;
        }
        registry.setTag(
                version.name(),
                version.version(),
                RunTags.FORMER_CHAMPION,
                current.map(former -> Integer.toString(former.version())).orElse(""));
        registry.setAlias(version.name(), ModelRegistry.CHAMPION, version.version());
        LOG.info("{} version {} is the champion", version.name(), version.version());
    }

    /**
     * Writes to a version why it does not become champion.
     *
     * @return the champion now; null where there is none
     */
    public @Nullable ModelVersionRef refuse(Refusal refusal) {
        ModelVersionRef version = refusal.version();
        registry.setTag(version.name(), version.version(), RunTags.GATE_VERDICT, Verdict.REFUSED.name());
        registry.setTag(version.name(), version.version(), RunTags.GATE_REASON, refusal.reason());
        return registry.byAlias(version.name(), ModelRegistry.CHAMPION)
                .map(VersionReference::of)
                .orElse(null);
    }

    /**
     * The same, of a version that may have been appointed: points the alias back to where it was before, unless somebody has moved it
     * since. A champion before that is registered no more leaves no alias: nothing else was ever judged better.
     *
     * @return the champion now; null where there is none
     */
    public @Nullable ModelVersionRef reinstate(Refusal refusal) {
        ModelVersionRef champion = refuse(refusal);
        ModelVersionRef failed = refusal.version();
        if (champion == null || champion.version() != failed.version()) {
            return champion;
        }
        LOG.warn("{} version {} is the champion no more: {}", failed.name(), failed.version(), refusal.reason());
        Optional<RegisteredModelVersion> former = former(failed);
        former.ifPresentOrElse(
                version -> registry.setAlias(failed.name(), ModelRegistry.CHAMPION, version.version()),
                () -> registry.deleteAlias(failed.name(), ModelRegistry.CHAMPION));
        return former.map(VersionReference::of).orElse(null);
    }

    private Optional<RegisteredModelVersion> former(ModelVersionRef version) {
        return registry.version(version.name(), version.version())
                .map(registered -> registered.tags().getOrDefault(RunTags.FORMER_CHAMPION, ""))
                .filter(former -> !former.isEmpty())
                .flatMap(former -> registry.version(version.name(), Integer.parseInt(former)))
                .filter(former -> !VersionReference.isWithdrawn(former));
    }
}
