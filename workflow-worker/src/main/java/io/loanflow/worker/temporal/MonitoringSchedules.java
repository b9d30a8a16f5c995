package io.loanflow.worker.temporal;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.worker.WorkerProperties;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A schedule for each data set that looks at its decisions, active: whoever does not want it pauses it. */
@Component
@Order(3)
class MonitoringSchedules implements ServerSetup {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringSchedules.class);

    /** A look that was missed is not made up for: the next one sees all that it would have seen. */
    private static final Duration CATCH_UP = Duration.ofSeconds(10);

    private final ScheduleClient client;
    private final DatasetCatalog catalog;
    private final WorkerProperties properties;

    MonitoringSchedules(ScheduleClient client, DatasetCatalog catalog, WorkerProperties properties) {
        this.client = client;
        this.catalog = catalog;
        this.properties = properties;
    }

    /** Leaves a schedule alone that is there, with whatever a person changed in it. */
    @Override
    public void apply() {
        for (String dataset : catalog.names()) {
            try {
                client.createSchedule(
                        Monitoring.scheduleId(dataset),
                        schedule(dataset),
                        ScheduleOptions.newBuilder().build());
                LOG.info("created schedule {}, active", Monitoring.scheduleId(dataset));
            } catch (ScheduleAlreadyRunningException exists) {
                LOG.debug("schedule {} exists", Monitoring.scheduleId(dataset));
            }
        }
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
