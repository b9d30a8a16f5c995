package io.loanflow.worker.monitoring;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.contracts.monitoring.JudgedWindowRef;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.contracts.monitoring.MonitoringResult;
import io.loanflow.contracts.monitoring.Retraining;
import io.loanflow.contracts.monitoring.RetrainingRequest;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.worker.pipeline.FailureReason;
import io.loanflow.worker.pipeline.RequestedDataset;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges, decides, and begins what follows without waiting for it: the next look comes in time however long a retraining takes. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class MonitoringImpl implements Monitoring {

    private @Nullable String problem;

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public MonitoringImpl(@Nullable MonitoringRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public MonitoringResult monitor(@Nullable MonitoringRequest request) {
        String dataset = RequestedDataset.required(
                request == null ? null : request.dataset(), "monitoring", "{\"dataset\": \"loan\"}");
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(dataset));
        List<JudgedWindowRef> windows = judge(dataset);
        FollowUp followUp = MonitoringSteps.decide(new FollowUpRequest(
                dataset,
                new PipelineRun(
                        Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId())));
        String retraining = followUp.verdict() == FollowUpVerdict.RETRAIN ? begin(dataset, followUp) : null;
        Workflow.setCurrentDetails(details(windows, followUp));
        return new MonitoringResult(dataset, windows, problem, followUp, retraining);
    }

    /** What cannot be judged now is no reason not to act on what was judged before. */
    private List<JudgedWindowRef> judge(String dataset) {
        try {
            return MonitoringSteps.judge(dataset).windows();
        } catch (ActivityFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            problem = FailureReason.of(failure);
            return List.of();
        }
    }

    private static @Nullable String begin(String dataset, FollowUp followUp) {
        RetrainingRequest request = new RetrainingRequest(dataset, followUp.id());
        Retraining retraining = Workflow.newChildWorkflowStub(
                Retraining.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(Retraining.workflowId(dataset))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary("Retrain " + dataset)
                        .setStaticDetails(followUp.reason())
                        .build());
        var unused = Async.function(retraining::retrain, request);
        try {
            return Workflow.getWorkflowExecution(retraining).get().getWorkflowId();
        } catch (ChildWorkflowFailure failure) {
            if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                throw failure;
            }
            MonitoringSteps.conclude(new FollowUpConclusion(
                    followUp.id(),
                    null,
                    "Not begun: workflow " + Retraining.workflowId(dataset) + " is at an earlier one."));
            return null;
        }
    }

    private String details(List<JudgedWindowRef> windows, FollowUp followUp) {
        StringBuilder details = new StringBuilder(followUp.reason()).append("\n\n");
        if (problem != null) {
            details.append("Not all windows could be judged: ").append(problem).append("\n\n");
        }
        windows.forEach(window -> details.append("- window ")
                .append(window.id())
                .append(" of version ")
                .append(window.modelVersion())
                .append(", ")
                .append(window.decisions())
                .append(" decisions until ")
                .append(window.to())
                .append(": ")
                .append(window.state())
                .append(window.alarms().isEmpty() ? "" : " in " + String.join(", ", window.alarms()))
                .append('\n'));
        return details.toString();
    }
}
