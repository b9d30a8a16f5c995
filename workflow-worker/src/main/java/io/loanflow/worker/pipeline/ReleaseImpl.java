package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.PromotionRequest;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseEvidence;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.worker.lease.HeldTurn;
import io.loanflow.worker.lease.Turn;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gate, rehearsal, alias, replicas; and back, if the alias moved for nothing. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ReleaseImpl implements Release {

    /** Somebody who changes the champion as often while one version is compared must look. */
    private static final int MOST_ATTEMPTS = 3;

    private final PipelineRun run = new PipelineRun(
            Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
    private String progress = "begins";
    /** Of the gate, below the line for people. */
    private String table = "";

    private final ApprovalDesk desk = new ApprovalDesk();

    private final ReleaseEnding ending = new ReleaseEnding(this::show);

    private HeldTurn turn = HeldTurn.UNTIL_THE_END;
    private @Nullable String startedBy;

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public ReleaseImpl(@Nullable ReleaseRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public ReleaseResult release(@Nullable ReleaseRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(), "release", "{\"dataset\": \"loan\", \"version\": 7}");
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(dataset));
        startedBy = Objects.requireNonNull(request).startedBy();
        ReleaseCandidate candidate = request.candidate();
        return candidate == null ? releaseAlone(request) : release(candidate);
    }

    @Override
    public String progress() {
        return progress;
    }

    @Override
    public @Nullable AwaitedApproval awaitedApproval() {
        return desk.awaited();
    }

    @Override
    public AwaitedApproval approve(@Nullable Approval approval) {
        return desk.take(Objects.requireNonNull(approval), true);
    }

    @Override
    public void validateApprove(@Nullable Approval approval) {
        desk.validate(approval, true);
    }

    @Override
    public AwaitedApproval reject(@Nullable Approval rejection) {
        return desk.take(Objects.requireNonNull(rejection), false);
    }

    @Override
    public void validateReject(@Nullable Approval rejection) {
        desk.validate(rejection, false);
    }

    private ReleaseResult releaseAlone(ReleaseRequest request) {
        return Turn.during(request.dataset(), run, reason -> show("waits: " + reason), held -> {
            turn = held;
            return release(RegistrySteps.find(new VersionRequest(request.dataset(), request.version(), run)));
        });
    }

    private ReleaseResult release(ReleaseCandidate candidate) {
        FoundBy.rows(candidate.rows().load());
        FoundBy.version(candidate.version().version());
        FoundBy.auc(candidate.rocAuc());
        ReleaseResult result = released(candidate);
        FoundBy.verdict(result.promotion().verdict());
        return result;
    }

    /** From the gate on again where somebody moved the alias meanwhile: the version was not compared with what is in service now. */
    private ReleaseResult released(ReleaseCandidate candidate) {
        PreparedLoad prepared = new PreparedLoad(candidate.rows(), candidate.prepared(), Supplier::get);
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            ReleaseResult result = attempt(candidate.version(), prepared);
            if (result != null) {
                return result;
            }
        }
        PromotionResult overtaken = ending.refused(
                candidate.version(),
                "the champion changed " + MOST_ATTEMPTS + " times while it was compared; release it again");
        return ending.notInService(cause(overtaken).refuses(candidate.version(), ReleaseEventKind.REFUSED, overtaken));
    }

    /** Null where another version is the champion by now. */
    private @Nullable ReleaseResult attempt(ModelVersionRef version, PreparedLoad prepared) {
        table = "";
        begin("compares version " + version.version() + " with the champion");
        PromotionResult judged =
                prepared.use(batches -> RegistrySteps.judge(new PromotionRequest(version, batches, run)));
        table = table(judged);
        if (judged.verdict() != Verdict.PROMOTED) {
            return ending.notInService(cause(judged).refuses(version, ReleaseEventKind.of(judged.verdict()), judged));
        }
        begin("tries version " + version.version() + " in serving");
        PromotionResult ruling = rehearsed(version, judged);
        table = table(ruling);
        if (ruling.verdict() != Verdict.PROMOTED) {
            PromotionResult seen = ruling.details() == null ? judged : judged.with(ruling.details());
            return ending.notInService(cause(seen).refuses(version, ReleaseEventKind.REHEARSAL_FAILED, ruling));
        }
        ApprovalPolicy policy = ruling.approval();
        if (policy != null) {
            ApprovalDesk.Answer answer = approval(version, ruling, policy);
            if (!answer.approved()) {
                return ending.notInService(cause(ruling)
                        .refuses(version, ReleaseEventKind.REJECTED, ending.refused(version, answer.refusal())));
            }
        }
        for (ClientTrial<?> trial : ClientTrials.of(version, ruling)) {
            TrialRuling seen = tried(version, ruling, trial);
            ruling = ruling.with(seen.details(ruling.details()));
            table = table(ruling);
            if (!seen.bad().isEmpty()) {
                return ending.notInService(
                        cause(ruling).refuses(version, trial.failed(), ending.refused(version, seen.reason())));
            }
        }
        return Workflow.getVersion("champion-switch", Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION
                ? appointed(new PromotionRequest(version, prepared.result().batches(), run), ruling)
                : putInService(version, ruling);
    }

    /** The gate's ruling with what the rehearsal adds to it. */
    private PromotionResult rehearsed(ModelVersionRef version, PromotionResult judged) {
        try {
            return RehearsalStage.rehearse(version)
                    .map(rehearsal -> RehearsalRuling.of(judged, rehearsal))
                    .map(ruling -> rehearsed(version, judged, ruling))
                    .orElse(judged);
        } catch (ActivityFailure failure) {
            if (!isUnusable(failure)) {
                throw failure;
            }
            return ending.refused(version, FailureReason.of(failure));
        }
    }

    private PromotionResult rehearsed(ModelVersionRef version, PromotionResult judged, RehearsalRuling ruling) {
        ruling.keep(version, judged.former());
        return ruling.finding() == null
                ? judged.with(ruling.details())
                : ending.refused(version, ruling.finding()).with(ruling.details());
    }

    /** Others may work on the data set meanwhile: if they change the champion, the version is compared again. */
    private ApprovalDesk.Answer approval(ModelVersionRef version, PromotionResult ruling, ApprovalPolicy policy) {
        AwaitedApproval wanted = ApprovalDesk.wanted(ruling, policy, startedBy);
        String line = ApprovalDesk.line(wanted, run.workflowId());
        giveWay(line);
        try {
            return desk.await(wanted);
        } catch (CanceledFailure cancelled) {
            cancelled(version, ruling);
            throw cancelled;
        }
    }

    /** Takes as long as clients take to ask. */
    private TrialRuling tried(ModelVersionRef version, PromotionResult ruling, ClientTrial<?> trial) {
        giveWay("version " + version.version() + " is tried by what clients ask");
        String before = table;
        try {
            return trial.run((line, figures) -> {
                table = before + "\n\n" + figures;
                show(line);
            });
        } catch (TemporalFailure failure) {
            cancelled(version, ruling);
            throw failure;
        }
    }

    private void giveWay(String line) {
        show(line);
        ParentRun.parent().ifPresentOrElse(parent -> ParentRun.tell(parent, line), turn::giveWay);
    }

    private void cancelled(ModelVersionRef version, PromotionResult ruling) {
        ReleaseEnding.sayCancelled(version, RegistrySteps::refuse);
        var unused = cause(ruling)
                .refuses(
                        version,
                        ReleaseEventKind.REFUSED,
                        new PromotionResult(Verdict.REFUSED, ruling.former(), ReleaseEnding.CANCELLED));
    }

    /** For the ledger. */
    private ReleaseCause cause(PromotionResult ruling) {
        return new ReleaseCause(ruling.reason(), startedBy, ReleaseEvidence.of(ruling, desk.word()));
    }

    private static String table(PromotionResult ruling) {
        RulingDetails details = ruling.details();
        return details == null ? "" : "\n\n" + details.table();
    }

    private @Nullable ReleaseResult putInService(ModelVersionRef version, PromotionResult ruling) {
        turn.keep();
        Instant from = Instant.ofEpochMilli(Workflow.currentTimeMillis());
        Champion.Outcome outcome = Champion.put(version, ruling.former(), null, cause(ruling), this::show);
        if (outcome instanceof Champion.InService in) {
            FirstWindowBegin.of(version, ruling.rollout(), from);
            return ending.inService(version, ruling, in.replicas());
        }
        if (outcome instanceof Champion.TakenBack back) {
            if (back.cancelled()) {
                ReleaseEnding.sayCancelled(version, RegistrySteps::refuse);
                throw back.failure();
            }
            return ending.notInService(ending.refused(version, FailureReason.of(back.failure())));
        }
        return null;
    }

    /** As releases did that began before they moved the alias conditionally. Whatever goes wrong, the alias may have moved. */
    private ReleaseResult appointed(PromotionRequest request, PromotionResult ruling) {
        ModelVersionRef version = request.challenger();
        try {
            RegistrySteps.appoint(request);
            return ending.inService(version, ruling, Replicas.await(version));
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested() || failure instanceof CanceledFailure) {
                ReleaseEnding.sayCancelled(version, RegistrySteps::reinstate);
                throw failure;
            }
            return ending.notInService(ending.refused(version, FailureReason.of(failure), RegistrySteps::reinstate));
        }
    }

    private static boolean isUnusable(ActivityFailure failure) {
        return failure.getCause() instanceof ApplicationFailure cause
                && FailureTypes.MODEL_UNUSABLE.equals(cause.getType());
    }

    private void begin(String step) {
        turn.keep();
        show(step);
    }

    private void show(String line) {
        progress = line;
        Workflow.setCurrentDetails(line + table);
    }
}
