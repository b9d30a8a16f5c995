package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Refusal;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.worker.lease.HeldLease;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gate, rehearsal, alias, replicas; and back, if the alias moved for nothing. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ReleaseImpl implements Release {

    private final PipelineRun run = new PipelineRun(
            Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
    private String progress = "begins";

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public ReleaseImpl(@Nullable ReleaseRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public ReleaseResult release(@Nullable ReleaseRequest request) {
        if (request == null || request.dataset() == null || request.dataset().isBlank()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The request names no data set. Start the release with an input such as"
                            + " {\"dataset\": \"loan\", \"version\": 7}.",
                    FailureTypes.SETTINGS_INVALID);
        }
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(request.dataset()));
        ReleaseCandidate candidate = request.candidate();
        return candidate == null ? releaseAlone(request) : release(candidate);
    }

    @Override
    public String progress() {
        return progress;
    }

    private ReleaseResult releaseAlone(ReleaseRequest request) {
        return HeldLease.during(
                request.dataset(),
                run,
                id -> show("waits: another run of " + request.dataset() + " holds workflow " + id),
                () -> release(ReleaseSteps.find(new VersionRequest(request.dataset(), request.version(), run))));
    }

    private ReleaseResult release(ReleaseCandidate candidate) {
        ModelVersionRef version = candidate.version();
        show("compares version " + version.version() + " with the champion");
        PreparedLoad prepared = new PreparedLoad(candidate.rows(), candidate.prepared(), Supplier::get);
        PromotionResult ruling =
                prepared.use(batches -> ReleaseSteps.judge(new PromotionRequest(version, batches, run)));
        if (ruling.verdict() != Verdict.PROMOTED) {
            return served(ruling);
        }
        show("tries version " + version.version() + " in serving");
        try {
            RehearsalStage.rehearse(version);
        } catch (ActivityFailure failure) {
            if (!isUnusable(failure)) {
                throw failure;
            }
            return served(refused(version, failure, ReleaseSteps::refuse));
        }
        show("makes version " + version.version() + " the champion");
        return appoint(new PromotionRequest(version, prepared.result().batches(), run), ruling);
    }

    /** Whatever goes wrong from here on, the alias may have moved. */
    private ReleaseResult appoint(PromotionRequest request, PromotionResult ruling) {
        ModelVersionRef version = request.challenger();
        try {
            ReleaseSteps.appoint(request);
            show("waits until serving answers with version " + version.version());
            Replicas replicas = Replicas.await(version);
            show(replicas.note() == null ? "version " + version.version() + " is in service" : replicas.note());
            return new ReleaseResult(ruling, replicas.serving(), replicas.answering(), replicas.note());
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested() || failure instanceof CanceledFailure) {
                Workflow.newDetachedCancellationScope(() -> {
                            var unused = ReleaseSteps.reinstate(new Refusal(version, "The release was cancelled."));
                        })
                        .run();
                throw failure;
            }
            return served(refused(version, failure, ReleaseSteps::reinstate));
        }
    }

    private PromotionResult refused(
            ModelVersionRef version, TemporalFailure failure, Function<Refusal, @Nullable ModelVersionRef> step) {
        String reason = "Version " + version.version() + " passed the gate, but does not come into service: "
                + FailureReason.of(failure);
        show("takes version " + version.version() + " back: " + reason);
        return new PromotionResult(Verdict.REFUSED, step.apply(new Refusal(version, reason)), reason);
    }

    private static boolean isUnusable(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && FailureTypes.MODEL_UNUSABLE.equals(cause.getType());
    }

    /** With the champion that stays, if there is one: the ruling counts whether or not serving answers with it. */
    private ReleaseResult served(PromotionResult ruling) {
        show(ruling.verdict().name().toLowerCase(Locale.ROOT) + ": " + ruling.reason());
        ModelVersionRef champion = ruling.champion();
        if (champion == null) {
            return new ReleaseResult(ruling, null, 0, null);
        }
        try {
            Replicas replicas = Replicas.await(champion);
            return new ReleaseResult(ruling, replicas.serving(), replicas.answering(), replicas.note());
        } catch (ActivityFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            return new ReleaseResult(
                    ruling,
                    null,
                    0,
                    "Serving does not answer with champion version " + champion.version() + ": "
                            + FailureReason.of(failure));
        }
    }

    private void show(String line) {
        progress = line;
        Workflow.setCurrentDetails(line);
    }
}
