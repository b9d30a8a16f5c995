package io.loanflow.localstack.stack;

import io.loanflow.localservers.LocalServerException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Starts again what dies while a command waits for a run, so that the run ends without a person. */
public final class Supervisor {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final List<Component> components;
    private CompletableFuture<Void> restart = CompletableFuture.allOf();
    private volatile long lookAgainAt = System.nanoTime();

    public Supervisor(StateDirectory state, StackConfiguration configuration, List<Component> components) {
        this.state = state;
        this.configuration = configuration;
        this.components = components;
    }

    /**
     * Looks whether everything runs, and starts in the background what does not. To be called often.
     *
     * @param notes told what died and how starting it went
     * @throws StackException if the whole stack was stopped meanwhile
     */
    public void check(Consumer<String> notes) {
        if (!restart.isDone() || System.nanoTime() < lookAgainAt) {
            return;
        }
        lookAgainAt = System.nanoTime() + PAUSE.toNanos();
        List<Component> died = new Stack(state, configuration, components).died();
        if (!died.isEmpty()) {
            // Who holds the lock is starting or stopping it right now.
            StackLock.tryTake(state).ifPresent(lock -> restart(lock, died, notes));
        } else if (Stopper.recorded(state).isEmpty()) {
            throw new StackException(
                    "The stack was stopped while the run was under way; it goes on after: loanflow up");
        }
    }

    private void restart(StackLock lock, List<Component> died, Consumer<String> notes) {
        String names = died.stream().map(Component::name).collect(Collectors.joining(", "));
        notes.accept(names + " had ended; starting again");
        restart = CompletableFuture.runAsync(() -> {
            try (lock) {
                new Stack(state, configuration, died).start(StartListener.SILENT);
            } catch (StackException | LocalServerException e) {
                notes.accept(names + " could not be started again: " + e.getMessage());
                lookAgainAt = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
            }
        });
    }
}
