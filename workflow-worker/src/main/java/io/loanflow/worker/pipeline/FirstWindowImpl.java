package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.FirstWindow;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.release.FirstWindowRequest;
import io.loanflow.contracts.release.FirstWindowResult;
import io.loanflow.contracts.release.FirstWindowVerdict;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RollbackResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.worker.ledger.LedgerEntrance;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks until enough was decided, the time is over, or nothing can mend what was seen. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class FirstWindowImpl implements FirstWindow {

    /** After the time is over, for decisions that are on their way to the database. */
    private static final Duration ON_THEIR_WAY = Duration.ofMinutes(2);

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public FirstWindowImpl(@Nullable FirstWindowRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public FirstWindowResult watch(@Nullable FirstWindowRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(), "watch", "{\"dataset\": \"loan\", \"version\": …}");
        requireWhole(Objects.requireNonNull(request));
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(dataset));
        return watched(request);
    }

    /** A release gives all; a person who starts it by hand may not. */
    private static void requireWhole(FirstWindowRequest request) {
        if (Stream.of(request.version(), request.policy(), request.from()).anyMatch(Objects::isNull)) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The request lacks version, policy or from. A release starts this watch with all of them, where"
                            + " release.first-window in training.yaml says so.",
                    FailureTypes.SETTINGS_INVALID);
        }
    }

    private static FirstWindowResult watched(FirstWindowRequest request) {
        FirstWindowPolicy policy = request.policy();
        ReplicaFigures replicas = new ReplicaFigures(request.version());
        Duration within = Duration.ofMinutes(policy.withinMinutes());
        Instant end = now().plus(within);
        while (true) {
            Workflow.sleep(Looks.pause(within));
            replicas.ask();
            if (replicas.isElsewhere()) {
                return said(request, FirstWindowVerdict.OVERTAKEN, "another version is in service", "");
            }
            FirstWindowRuling early = FirstWindowRuling.early(policy, replicas.sum());
            show(request, replicas, early);
            if (!early.bad().isEmpty()) {
                return rolledBack(request, early);
            }
            boolean over = !now().isBefore(end);
            if (over || replicas.sum().rows() >= policy.decisions()) {
                boolean last = !now().isBefore(end.plus(ON_THEIR_WAY));
                FirstDecisions score = policy.scoreDrift() ? FirstWindowScore.of(request, last) : null;
                if (isKnown(policy, score, last)) {
                    return ruled(request, replicas, score);
                }
            }
        }
    }

    private static boolean isKnown(FirstWindowPolicy policy, @Nullable FirstDecisions score, boolean last) {
        return last || score == null || score.score() != null || score.decisions() >= policy.decisions();
    }

    private static FirstWindowResult ruled(
            FirstWindowRequest request, ReplicaFigures replicas, @Nullable FirstDecisions score) {
        FirstWindowRuling ruling = FirstWindowRuling.whole(request.policy(), replicas.sum(), score);
        if (!ruling.bad().isEmpty()) {
            return rolledBack(request, ruling);
        }
        long rows = replicas.sum().rows();
        return rows < FirstWindowRuling.LEAST_ROWS
                ? stays(
                        request,
                        FirstWindowVerdict.TOO_FEW,
                        "there were " + rows + " decisions, which say nothing; it stays",
                        ruling)
                : stays(
                        request,
                        FirstWindowVerdict.WELL,
                        "its first " + rows + " decisions are within the limits",
                        ruling);
    }

    /** The same way as a person's, with what was seen as the reason. */
    private static FirstWindowResult rolledBack(FirstWindowRequest request, FirstWindowRuling ruling) {
        ModelVersionRef version = request.version();
        String bad = String.join("; ", ruling.bad());
        String reason = "The first decisions of version " + version.version() + ": " + bad + ".";
        Rollback rollback = Workflow.newChildWorkflowStub(
                Rollback.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(Workflow.getInfo().getWorkflowId() + "-rollback")
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Roll version " + version.version() + " of " + version.name() + " back")
                        .setStaticDetails(reason)
                        .build());
        try {
            RollbackResult back = rollback.rollback(new RollbackRequest(
                    version.name(),
                    null,
                    reason,
                    null,
                    version.version(),
                    new ReleaseEvidence(null, ruling.figures(), null, null)));
            return said(
                    request,
                    FirstWindowVerdict.ROLLED_BACK,
                    bad + "; version " + back.champion().version() + " is in service",
                    ruling.figures());
        } catch (ChildWorkflowFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            String why = bad + "; it could not be rolled back: " + FailureReason.of(failure);
            return stays(request, FirstWindowVerdict.NO_WAY_BACK, why, ruling);
        }
    }

    /** The ledger remembers what was seen, as it does of a rollback. */
    private static FirstWindowResult stays(
            FirstWindowRequest request, FirstWindowVerdict verdict, String reason, FirstWindowRuling ruling) {
        FirstWindowResult result = said(request, verdict, reason, ruling.figures());
        ModelVersionRef version = request.version();
        LedgerEntrance.leave(new ReleaseEvent(
                ReleaseEventKind.WATCHED,
                version.name(),
                version,
                version,
                version,
                now(),
                result.reason(),
                ReleaseCause.run(),
                null,
                new ReleaseEvidence(null, ruling.figures(), null, null)));
        return result;
    }

    private static FirstWindowResult said(
            FirstWindowRequest request, FirstWindowVerdict verdict, String reason, String figures) {
        FirstWindowResult result =
                new FirstWindowResult(verdict, "Version " + request.version().version() + ": " + reason + ".", figures);
        Workflow.setCurrentDetails(result.reason() + "\n\n" + figures);
        return result;
    }

    private static void show(FirstWindowRequest request, ReplicaFigures replicas, FirstWindowRuling seen) {
        Workflow.setCurrentDetails("watches version " + request.version().version() + ": "
                + replicas.sum().rows() + " of " + request.policy().decisions() + " decisions\n\n" + seen.figures());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
