package io.loanflow.worker.temporal;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleOptions;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates a schedule for each data set. */
@Component
class DatasetSchedules {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetSchedules.class);

    private final ScheduleClient client;
    private final DatasetCatalog catalog;

    DatasetSchedules(ScheduleClient client, DatasetCatalog catalog) {
        this.client = client;
        this.catalog = catalog;
    }

    /**
     * Leaves a schedule alone that is there, with whatever a person changed in it.
     *
     * @param id of a data set's schedule, by its name
     * @param schedule of a data set, by its name
     */
    void create(Function<String, String> id, Function<String, Schedule> schedule) {
        for (String dataset : catalog.names()) {
            String scheduleId = id.apply(dataset);
            Schedule created = schedule.apply(dataset);
            try {
                client.createSchedule(
                        scheduleId, created, ScheduleOptions.newBuilder().build());
                LOG.info(
                        "created schedule {}, {}",
                        scheduleId,
                        created.getState() != null && created.getState().isPaused() ? "paused" : "active");
            } catch (ScheduleAlreadyRunningException exists) {
                LOG.debug("schedule {} exists", scheduleId);
            }
        }
    }
}
