package io.loanflow.localstack.stack;

import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerProcess;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server or an application at this moment.
 *
 * @param pid of its first process; null where it does not run, or not as a process of this machine
 * @param memoryBytes of all its processes; null where that is not known
 * @param address for people; empty where it has none
 */
public record PartStatus(
        String name,
        Condition condition,
        @Nullable Long pid,
        @Nullable Long memoryBytes,
        String address) {

    static PartStatus of(Component component, StateDirectory state) {
        Optional<ServerProcess> process = state.process(component.name());
        if (process.isPresent() && process.get().isAlive()) {
            Condition condition = answers(component.probe().get()) ? Condition.UP : Condition.STARTING;
            return new PartStatus(
                    component.name(),
                    condition,
                    process.get().pid(),
                    process.get().memoryBytes(),
                    component.address());
        }
        Condition condition = process.isPresent() ? Condition.ENDED : Condition.STOPPED;
        return new PartStatus(component.name(), condition, null, null, component.address());
    }

    private static boolean answers(ReadinessProbe probe) {
        try {
            return probe.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            // Whatever it is, it is no answer.
            return false;
        }
    }

    /** Whether it does its work. */
    public boolean works() {
        return condition == Condition.UP || condition == Condition.EXTERNAL;
    }
}
