package io.loanflow.worker.temporal;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.worker.WorkerProperties;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A daily schedule for each data set, paused: whoever wants it unpauses it, anybody may trigger it. */
@Component
@Order(2)
class PipelineSchedules implements ServerSetup {

    private final DatasetSchedules schedules;
    private final WorkerProperties properties;

    PipelineSchedules(DatasetSchedules schedules, WorkerProperties properties) {
        this.schedules = schedules;
        this.properties = properties;
    }

    @Override
    public void apply() {
        schedules.create(Pipeline::scheduleId, this::schedule);
    }

    private Schedule schedule(String dataset) {
        return Schedule.newBuilder()
                .setAction(action(dataset))
                .setSpec(ScheduleSpec.newBuilder()
                        .setCronExpressions(List.of(properties.scheduleCron()))
                        .setTimeZoneName(properties.scheduleTimeZone().getId())
                        .build())
                .setPolicy(SchedulePolicy.newBuilder()
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .build())
                .setState(ScheduleState.newBuilder()
                        .setPaused(true)
                        .setNote("Created paused. Unpause it to run daily, or trigger a run at any time.")
                        .build())
                .build();
    }

    private static ScheduleActionStartWorkflow action(String dataset) {
        return ScheduleActionStartWorkflow.newBuilder()
                .setWorkflowType(Pipeline.class)
                .setArguments(PipelineRequest.of(dataset))
                .setOptions(WorkflowOptions.newBuilder()
                        .setWorkflowId("pipeline-" + Pipeline.scheduleId(dataset))
                        .setTaskQueue(TaskQueues.PIPELINE)
                        .setStaticSummary("Daily pipeline of " + dataset)
                        // Never without details: the SDK cannot describe a schedule that has a summary only.
                        .setStaticDetails(
                                "Takes the data set's newest rows, prepares them, trains on them, and puts the"
                                        + " model in service if it passes the gate.")
                        .build())
                .build();
    }
}
