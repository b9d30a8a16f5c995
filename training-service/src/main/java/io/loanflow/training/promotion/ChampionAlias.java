package io.loanflow.training.promotion;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.release.ApprovalRecord;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.training.run.RunTags;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Moves the alias of the version in service. Who moves it is written to the version before it moves, so that a call after a crash ends
 * in the same state, and so that nobody takes another's move back. MLflow has no conditional write: callers let no two moves of one
 * model overlap.
 */
@Service
public class ChampionAlias {

    private static final Logger LOG = LoggerFactory.getLogger(ChampionAlias.class);

    /** Of a version: Temporal's id of the run that made it champion last. */
    private static final String APPOINTED_BY = "champion_workflow_run_id";
    /** Of a version: when that was, in ISO 8601, UTC. */
    private static final String APPOINTED_AT = "champion_since";

    /** Of a version: Temporal's id of the run that took back what it had made champion last. */
    private static final String TAKEN_BACK_BY = "taken_back_workflow_run_id";
    /** Of a version: when that was. */
    private static final String TAKEN_BACK_AT = "taken_back";

    private final ModelRegistry registry;
    private final VersionTags tags;
    private final WithdrawalMark mark;

    ChampionAlias(ModelRegistry registry, VersionTags tags, WithdrawalMark mark) {
        this.registry = registry;
        this.tags = tags;
        this.mark = mark;
    }

    /**
     * Moves the alias where it is on the version to leave, or where that was deleted and took it along; then marks that version if it is
     * withdrawn. Again changes nothing.
     *
     * @throws VersionUnavailableException if the version to come into service is gone or withdrawn
     */
    public ChampionMoved move(ChampionMove move) {
        Optional<ModelVersionRef> champion = champion(move.to().name());
        if (!isThere(move, champion)) {
            if (!isAsTaken(move.from(), champion)) {
                return new ChampionMoved(false, champion.orElse(null), null);
            }
            point(move);
        }
        mark.set(move);
        return new ChampionMoved(true, move.to(), moment(move, APPOINTED_BY, APPOINTED_AT));
    }

    /**
     * Takes the mark of a move away, and moves the alias back where it still is where that move put it; again changes nothing and says
     * the same. A version that is registered no more, or was withdrawn, is not gone back to: then there is no champion.
     */
    public ChampionMoved moveBack(ChampionMove move) {
        mark.takeAway(move);
        Optional<ModelVersionRef> champion = champion(move.to().name());
        boolean deleted = champion.isEmpty() && tags.read(move.to()).isEmpty();
        if (!deleted && !isDone(move, champion)) {
            Instant before = moment(move, TAKEN_BACK_BY, TAKEN_BACK_AT);
            return new ChampionMoved(before != null, champion.orElse(null), before);
        }
        Instant now = now();
        tags.write(move.to(), TAKEN_BACK_AT, now.toString());
        tags.write(move.to(), TAKEN_BACK_BY, move.run().runId());
        return new ChampionMoved(true, putBack(move.to(), Optional.ofNullable(move.from())), now);
    }

    /** When a run did something with the version to come into service; null where it did not, or that version was deleted. */
    private @Nullable Instant moment(ChampionMove move, String by, String at) {
        Map<String, String> known = tags.read(move.to()).orElse(Map.of());
        return move.run().runId().equals(known.get(by)) && known.containsKey(at) ? Instant.parse(known.get(at)) : null;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Points the alias to a version wherever it was; again changes nothing.
     *
     * @throws VersionUnavailableException if it is gone or withdrawn
     */
    public void appoint(ModelVersionRef version, PipelineRun run) {
        Optional<ModelVersionRef> champion = champion(version.name());
        if (!isOn(version, champion)) {
            point(new ChampionMove(champion.orElse(null), version, null, run));
        }
    }

    /**
     * Takes an appointment back, unless somebody has moved the alias since, and writes to the version why.
     *
     * @return the champion now; null where there is none
     */
    public @Nullable ModelVersionRef reinstate(Refusal refusal) {
        ModelVersionRef failed = refusal.version();
        if (isOn(failed, champion(failed.name()))) {
            var unused = putBack(failed, former(failed));
        }
        return refuse(refusal);
    }

    /**
     * Writes to a version why it does not become champion.
     *
     * @return the champion now; null where there is none
     */
    public @Nullable ModelVersionRef refuse(Refusal refusal) {
        tags.write(refusal.version(), RunTags.GATE_VERDICT, Verdict.REFUSED.name());
        tags.write(refusal.version(), RunTags.GATE_REASON, refusal.reason());
        return champion(refusal.version().name()).orElse(null);
    }

    /** Writes to a version who lets it into service; again changes nothing. */
    public void approved(ApprovalRecord record) {
        tags.write(record.version(), RunTags.APPROVED_BY, record.approval().name());
        tags.write(record.version(), RunTags.APPROVAL_REASON, record.approval().reason());
        tags.write(record.version(), RunTags.APPROVED_AT, record.at().toString());
        tags.write(record.version(), RunTags.GATE_VERDICT, Verdict.PROMOTED.name());
    }

    /** A rollback leaves what is known of the version's own past: from there the next one goes on. */
    private void point(ChampionMove move) {
        ModelVersionRef version = move.to();
        Map<String, String> known = tags.read(version)
                .orElseThrow(() -> new VersionUnavailableException("version " + version.version() + " of model "
                        + version.name() + " is not registered any more; ./loanflow models lists those that are"));
        if (known.containsKey(RunTags.WITHDRAWN)) {
            throw new VersionUnavailableException(
                    "version " + version.version() + " of model " + version.name() + " was withdrawn");
        }
        if (move.withdrawal() == null) {
            ModelVersionRef former = move.from();
            tags.write(version, RunTags.FORMER_CHAMPION, former == null ? "" : Integer.toString(former.version()));
        }
        tags.write(version, APPOINTED_AT, now().toString());
        // Last: with it the time is that of this run.
        tags.write(version, APPOINTED_BY, move.run().runId());
        registry.setAlias(version.name(), ModelRegistry.CHAMPION, version.version());
        LOG.info("{} version {} is the champion", version.name(), version.version());
    }

    private @Nullable ModelVersionRef putBack(ModelVersionRef failed, Optional<ModelVersionRef> former) {
        Optional<ModelVersionRef> usable = former.filter(version -> tags.read(version)
                .filter(known -> !known.containsKey(RunTags.WITHDRAWN))
                .isPresent());
        usable.ifPresentOrElse(
                version -> registry.setAlias(version.name(), ModelRegistry.CHAMPION, version.version()),
                () -> registry.deleteAlias(failed.name(), ModelRegistry.CHAMPION));
        LOG.warn("{} version {} is the champion no more", failed.name(), failed.version());
        return usable.orElse(null);
    }

    /** A release has nothing to do where somebody else put its version in service; a rollback has not left the one it meant to leave. */
    private boolean isThere(ChampionMove move, Optional<ModelVersionRef> champion) {
        return isDone(move, champion) || (move.withdrawal() == null && isOn(move.to(), champion));
    }

    private boolean isDone(ChampionMove move, Optional<ModelVersionRef> champion) {
        return isOn(move.to(), champion)
                && move.run()
                        .runId()
                        .equals(tags.read(move.to()).orElse(Map.of()).get(APPOINTED_BY));
    }

    /** Also where the version was deleted: the alias went with it. */
    private boolean isAsTaken(@Nullable ModelVersionRef from, Optional<ModelVersionRef> champion) {
        if (from == null) {
            return champion.isEmpty();
        }
        return isOn(from, champion) || (champion.isEmpty() && tags.read(from).isEmpty());
    }

    private static boolean isOn(ModelVersionRef version, Optional<ModelVersionRef> champion) {
        return champion.filter(now -> now.version() == version.version()).isPresent();
    }

    private Optional<ModelVersionRef> former(ModelVersionRef version) {
        return tags.read(version)
                .map(known -> known.getOrDefault(RunTags.FORMER_CHAMPION, ""))
                .filter(former -> !former.isEmpty())
                .flatMap(former -> registry.version(version.name(), Integer.parseInt(former)))
                .map(VersionReference::of);
    }

    private Optional<ModelVersionRef> champion(String name) {
        return registry.byAlias(name, ModelRegistry.CHAMPION).map(VersionReference::of);
    }
}
