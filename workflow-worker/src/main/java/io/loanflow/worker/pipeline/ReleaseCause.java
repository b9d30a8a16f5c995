package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.worker.ledger.LedgerEntrance;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something becomes of a version, for the ledger of releases.
 *
 * @param reason a sentence
 * @param by person who started it; null where none is known
 */
public record ReleaseCause(String reason, @Nullable String by, ReleaseEvidence evidence) {

    ReleaseCause because(String other) {
        return new ReleaseCause(other, by, evidence);
    }

    /**
     * Has the ledger remember that a version does not come into service. One that was the champion already is none of its matters.
     *
     * @param ruling the last word on it, with the champion that stays
     * @return the ruling
     */
    PromotionResult refuses(ModelVersionRef version, ReleaseEventKind kind, PromotionResult ruling) {
        if (ruling.verdict() != Verdict.UNCHANGED) {
            LedgerEntrance.leave(new ReleaseEvent(
                    kind,
                    version.name(),
                    version,
                    ruling.champion(),
                    ruling.champion(),
                    Instant.ofEpochMilli(Workflow.currentTimeMillis()),
                    ruling.reason(),
                    run(),
                    by,
                    evidence));
        }
        return ruling;
    }

    /** The calling workflow, the same after a reset: what it did before is known by it. */
    static PipelineRun run() {
        WorkflowInfo info = Workflow.getInfo();
        return new PipelineRun(info.getWorkflowId(), info.getOriginalExecutionRunId());
    }
}
