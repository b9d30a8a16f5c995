package io.loanflow.localstack.pipeline;

import io.grpc.Status;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleException;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleState;
import io.temporal.client.schedules.ScheduleUpdate;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** When workflows come by themselves. */
public final class TemporalSchedule implements AutoCloseable {

    private final TemporalConnection temporal;
    private final ScheduleHandle schedule;
    private final String id;

    /** @param id of the schedule */
    public TemporalSchedule(String address, String namespace, String id) {
        temporal = new TemporalConnection(address, namespace);
        this.id = id;
        schedule = ScheduleClient.newInstance(
                        temporal.service(),
                        ScheduleClientOptions.newBuilder()
                                .setNamespace(namespace)
                                .build())
                .getHandle(id);
    }

    /**
     * @param next when the next runs come; none where it is off
     */
    public record State(String id, boolean off, List<Instant> next) {}

    /** @throws RunFailedException where Temporal does not answer, or has no such schedule */
    public State state() {
        return known(() -> {
            ScheduleDescription description = schedule.describe();
            boolean off = description.getSchedule().getState().isPaused();
            return new State(id, off, off ? List.of() : description.getInfo().getNextActionTimes());
        });
    }

    /** @throws RunFailedException as above, or where Temporal takes no such times */
    public void run(ScheduleSpec times) {
        known(() -> {
            schedule.update(found -> new ScheduleUpdate(
                    Schedule.newBuilder(found.getDescription().getSchedule())
                            .setSpec(times)
                            .setState(ScheduleState.newBuilder()
                                    .setPaused(false)
                                    .setNote("set by loanflow schedule")
                                    .build())
                            .build()));
            return id;
        });
    }

    /** @throws RunFailedException as above */
    public void off() {
        known(() -> {
            schedule.pause("set by loanflow schedule");
            return id;
        });
    }

    /**
     * Starts one now, unless one is at work.
     *
     * @throws RunFailedException as above
     */
    public void trigger() {
        known(() -> {
            schedule.trigger(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP);
            return id;
        });
    }

    private <T> T known(Supplier<T> question) {
        return temporal.ask("The schedule is as it was", () -> {
            try {
                return question.get();
            } catch (ScheduleException e) {
                Status status = TemporalConnection.status(e);
                String remedy = status.getCode() == Status.Code.NOT_FOUND
                        ? "\nThe worker makes a schedule for each data set when it starts; loanflow status shows whether"
                                + " it runs."
                        : "";
                throw new RunFailedException(
                        "Temporal does not take it for schedule " + id + ": " + status.getDescription() + remedy, e);
            }
        });
    }

    @Override
    public void close() {
        temporal.close();
    }
}
