package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes an entry of the ledger of releases.
 *
 * @param version that it is about
 * @param from in service before; null where none was
 * @param to in service after, the same as {@code from} where none came into service; null where none is
 * @param at when it happened: of a move, just before the alias moved
 * @param reason a sentence
 * @param run workflow that did it; after a reset the same as before
 * @param by person who started that; null where none is known
 */
public record ReleaseEvent(
        ReleaseEventKind kind,
        String dataset,
        ModelVersionRef version,
        @Nullable ModelVersionRef from,
        @Nullable ModelVersionRef to,
        Instant at,
        String reason,
        PipelineRun run,
        @Nullable String by,
        ReleaseEvidence evidence) {

    /** Says which happening it is, however often it is told. */
    public String key() {
        return String.join(
                " ",
                kind.type(),
                run.workflowId(),
                run.runId(),
                "version",
                Integer.toString(version.version()),
                moment());
    }

    /** A version can be moved by the same run again where that is reset, but not at the same time; it is refused by it once. */
    private String moment() {
        return ReleaseEventKind.championTypes().contains(kind.type()) ? at.toString() : "";
    }
}
