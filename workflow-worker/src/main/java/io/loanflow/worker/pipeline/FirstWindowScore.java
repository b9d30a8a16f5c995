package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.MonitoringActivities;
import io.loanflow.contracts.release.FirstWindowRequest;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** How the score of a version's first decisions lies, as the monitoring service judges it. */
final class FirstWindowScore {

    private static final Duration ATTEMPT = Duration.ofMinutes(10);

    /** Schedule to close; the window goes on without it. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private FirstWindowScore() {}

    /**
     * That the score cannot be judged is no reason to roll back.
     *
     * @param last whether no more decisions are waited for
     */
    static FirstDecisions of(FirstWindowRequest request, boolean last) {
        int wanted = request.policy().decisions();
        try {
            return judge(new FirstDecisionsRequest(request.version(), request.from(), wanted, last));
        } catch (ActivityFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            return new FirstDecisions(wanted, null, FailureReason.of(failure));
        }
    }

    private static FirstDecisions judge(FirstDecisionsRequest request) {
        return Workflow.newActivityStub(
                        MonitoringActivities.class,
                        PipelineActivities.heartbeating(TaskQueues.MONITORING, ATTEMPT)
                                .setScheduleToCloseTimeout(PATIENCE)
                                .setSummary("Look at the score of the first decisions of version "
                                        + request.version().version())
                                .build())
                .judgeFirstDecisions(request);
    }
}
