package io.loanflow.localstack.stack;

import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerProcess;
import java.util.Optional;

/**
 * A component at this moment.
 *
 * @param process as recorded, running or not
 * @param memoryBytes of all its processes; 0 where it does not run
 */
public record ComponentStatus(
        Component component, Condition condition, Optional<ServerProcess> process, long memoryBytes) {

    public static ComponentStatus of(Component component, StateDirectory state) {
        Optional<ServerProcess> process = state.process(component.name());
        if (process.isEmpty()) {
            return new ComponentStatus(component, Condition.STOPPED, process, 0);
        }
        if (!process.get().isAlive()) {
            return new ComponentStatus(component, Condition.ENDED, process, 0);
        }
        Condition condition = answers(component.probe().get()) ? Condition.UP : Condition.STARTING;
        return new ComponentStatus(component, condition, process, process.get().memoryBytes());
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
}
