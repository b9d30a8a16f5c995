package io.loanflow.worker.monitoring;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.ingestion.OutcomesRequest;
import io.loanflow.contracts.ingestion.OutcomesResult;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.Retraining;
import io.loanflow.contracts.monitoring.RetrainingRequest;
import io.loanflow.contracts.monitoring.RetrainingResult;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.worker.pipeline.FailureReason;
import io.loanflow.worker.pipeline.PipelineActivities;
import io.loanflow.worker.pipeline.RequestedDataset;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.failure.TemporalFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Has the outcomes loaded, then the pipeline run, and keeps with the follow-up what came of it, also where it failed. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class RetrainingImpl implements Retraining {

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public RetrainingImpl(@Nullable RetrainingRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public RetrainingResult retrain(@Nullable RetrainingRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(), "retraining", "{\"dataset\": \"loan\", \"followUp\": 3}");
        RetrainingRequest given = new RetrainingRequest(dataset, request == null ? 0 : request.followUp());
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(dataset));
        try {
            RetrainingResult result = retrainWithOutcomes(given);
            conclude(given, result.conclusion());
            return result;
        } catch (TemporalFailure failure) {
            Workflow.newDetachedCancellationScope(() -> conclude(given, "Failed: " + FailureReason.of(failure)))
                    .run();
            throw failure;
        }
    }

    private static RetrainingResult retrainWithOutcomes(RetrainingRequest request) {
        PipelineRun run = new PipelineRun(
                Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
        Workflow.setCurrentDetails("loads the decisions whose outcome is known");
        OutcomesResult outcomes = PipelineActivities.ingestOutcomes(new OutcomesRequest(request.dataset(), run));
        String pipelineId = Retraining.pipelineId(request);
        MonitoringSteps.conclude(new FollowUpConclusion(request.followUp(), pipelineId, null));
        Workflow.setCurrentDetails("runs pipeline `" + pipelineId + "`");
        PipelineResult result = pipeline(request).run(request(request));
        String conclusion = String.format(
                Locale.ROOT,
                "Version %d, trained on %,d rows: %s. %s",
                result.training().model().version(),
                result.preprocessing().batches().trainRows(),
                result.promotion().verdict().name().toLowerCase(Locale.ROOT),
                result.promotion().reason());
        return new RetrainingResult(
                outcomes.decisions(),
                pipelineId,
                result.training().model().version(),
                result.promotion().verdict(),
                conclusion);
    }

    private static Pipeline pipeline(RetrainingRequest request) {
        return Workflow.newChildWorkflowStub(
                Pipeline.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(Retraining.pipelineId(request))
                        .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_REQUEST_CANCEL)
                        .setStaticSummary("Retrain " + request.dataset() + " after alarms")
                        .build());
    }

    /** Nobody started it: every person may approve what comes of it. */
    private static PipelineRequest request(RetrainingRequest request) {
        return PipelineRequest.of(request.dataset());
    }

    private static void conclude(RetrainingRequest request, String conclusion) {
        Workflow.setCurrentDetails(conclusion);
        MonitoringSteps.conclude(new FollowUpConclusion(request.followUp(), null, conclusion));
    }
}
