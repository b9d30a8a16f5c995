package io.loanflow.worker.temporal;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.worker.WorkerProperties;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.Duration;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A schedule for each data set that looks at its decisions, active: whoever does not want it pauses it. */
@Component
@Order(3)
class MonitoringSchedules implements ServerSetup {

    /** A look that was missed is not made up for: the next one sees all that it would have seen. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final DatasetSchedules schedules;
    private final WorkerProperties properties;

    MonitoringSchedules(DatasetSchedules schedules, WorkerProperties properties) {
        this.schedules = schedules;
        this.properties = properties;
    }

    @Override
    public void apply() {
        schedules.create(Monitoring::scheduleId, this::schedule);
    }

    private Schedule schedule(String dataset) {
        return Schedule.newBuilder()
                .setAction(action(dataset))
                .setSpec(ScheduleSpec.newBuilder()
                        .setIntervals(List.of(new ScheduleIntervalSpec(properties.monitoringInterval())))
                        .build())
                .setPolicy(SchedulePolicy.newBuilder()
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .setCatchupWindow(CATCH_UP)
                        .build())
                .build();
    }

    private static ScheduleActionStartWorkflow action(String dataset) {
        return ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(Monitoring.class)
                .setArguments(new MonitoringRequest(dataset))
                .setOptions(WorkflowOptions.newBuilder()
                        .setWorkflowId(Monitoring.scheduleId(dataset))
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setWorkflowExecutionTimeout(Duration.ofHours(1))
                        .setStaticSummary("Watch of " + dataset)
                        .setStaticDetails(
                                "Judges the windows of decisions that have ended, and has the model trained anew"
                                        + " where monitoring.yaml says so.")
                        .build())
                .build();
    }
}
