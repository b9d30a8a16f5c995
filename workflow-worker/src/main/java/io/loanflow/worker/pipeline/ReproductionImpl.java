package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.reproduction.Reproduction;
import io.loanflow.contracts.reproduction.ReproductionActivities;
import io.loanflow.contracts.reproduction.ReproductionAttempt;
import io.loanflow.contracts.reproduction.ReproductionPlan;
import io.loanflow.contracts.reproduction.ReproductionRequest;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.spring.boot.WorkflowImpl;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prepares the rows of a version again where they are gone, and has the version trained again. */
@WorkflowImpl(taskQueues = TaskQueues.PIPELINE)
public class ReproductionImpl implements Reproduction {

    /** @param request read here, where an input that is wrong fails the workflow */
    @WorkflowInit
    public ReproductionImpl(@Nullable ReproductionRequest request) {
        // All is in the method's own argument.
    }

    @Override
    public ReproductionResult reproduce(@Nullable ReproductionRequest request) {
        if (request == null || request.dataset() == null || request.version() == null) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The request names no version of a data set. Start the reproduction with an input such as"
                            + " {\"dataset\": \"loan\", \"version\": 3}.",
                    FailureTypes.SETTINGS_INVALID);
        }
        Workflow.upsertTypedSearchAttributes(PipelineSearchAttributes.DATASET.valueSet(request.dataset()));
        PipelineRun run = new PipelineRun(
                Workflow.getInfo().getWorkflowId(), Workflow.getInfo().getRunId());
        ReproductionPlan plan = activities(PipelineActivities.brief(TaskQueues.REGISTRY, Duration.ofMinutes(2))
                        .setSummary("Look up what version " + request.version() + " was made of"))
                .planReproduction(new VersionRequest(request.dataset(), request.version(), run));
        ReproductionResult result = new PreparedLoad(plan.rows(), Supplier::get)
                .use(batches -> activities(PipelineActivities.heartbeating(TaskQueues.TRAINING, Duration.ofHours(6))
                                .setSummary("Train version " + request.version() + " again"))
                        .trainAgain(new ReproductionAttempt(plan, batches)));
        Workflow.setCurrentDetails(result.equal() ? "equal" : "not equal");
        return result;
    }

    private static ReproductionActivities activities(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(ReproductionActivities.class, options.build());
    }
}
