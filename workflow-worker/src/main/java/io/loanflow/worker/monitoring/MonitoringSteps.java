package io.loanflow.worker.monitoring;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.JudgementRequest;
import io.loanflow.contracts.monitoring.JudgementResult;
import io.loanflow.contracts.monitoring.MonitoringActivities;
import io.loanflow.worker.pipeline.PipelineActivities;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/** What the monitoring service does for a look. A look that takes too long gives up: there is another soon. */
final class MonitoringSteps {

    /** Schedule to close, of what the next look would do just as well. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private MonitoringSteps() {}

    static JudgementResult judge(String dataset) {
        return activities(PipelineActivities.heartbeating(TaskQueues.MONITORING, Duration.ofMinutes(10))
                        .setScheduleToCloseTimeout(PATIENCE)
                        .setSummary("Judge the windows that have ended"))
                .judgeWindows(new JudgementRequest(dataset));
    }

    static FollowUp decide(FollowUpRequest request) {
        return activities(PipelineActivities.brief(TaskQueues.MONITORING, Duration.ofMinutes(1))
                        .setScheduleToCloseTimeout(PATIENCE)
                        .setSummary("Decide what follows from the alarms"))
                .decideFollowUp(request);
    }

    static void conclude(FollowUpConclusion conclusion) {
        activities(PipelineActivities.brief(TaskQueues.MONITORING, Duration.ofMinutes(1))
                        .setSummary("Keep what came of it"))
                .concludeFollowUp(conclusion);
    }

    private static MonitoringActivities activities(ActivityOptions.Builder options) {
        return Workflow.newActivityStub(MonitoringActivities.class, options.build());
    }
}
