package io.loanflow.localstack.stack;

import io.loanflow.localservers.LocalServerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts again what ends while a stack is up, within limits, and bounds its logs. Runs in a process of its own. */
public final class Supervisor {

    /** Of its process and log. */
    public static final String NAME = "supervisor";

    /** Of the program. */
    public static final String COMMAND = "supervise";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final List<Component> components;
    private final Consumer<String> notes;
    private final LogRotation logs;
    private final RestartLimit limit = new RestartLimit(System::nanoTime);
    /** When what ended is to be started again. */
    private final Map<String, Long> due = new HashMap<>();

    private final Set<String> givenUp = new HashSet<>();

    /** @param notes told what ended and how starting it went */
    Supervisor(
            StateDirectory state,
            StackConfiguration configuration,
            List<Component> components,
            Consumer<String> notes) {
        this.state = state;
        this.configuration = configuration;
        this.components = components.stream()
                .filter(component -> !component.name().equals(NAME))
                .toList();
        this.notes = notes;
        this.logs = new LogRotation(state.logs(), notes);
    }

    /** Of a stack that was started; prints lines for its log. */
    public static Supervisor of(Installation installation, StateDirectory state, Consumer<String> log) {
        StackConfiguration configuration =
                state.configuration().orElseThrow(() -> new StackException("No stack was started in " + state.root()));
        return new Supervisor(
                state,
                configuration,
                new Components(installation, state, configuration).all(),
                note -> log.accept(SupervisorNotes.line(note)));
    }

    static List<String> jvmFlags(Installation installation) {
        return List.of(
                "-Xmx48m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=16m",
                "-Dloanflow.home=" + installation.home());
    }

    /** Until the stack is stopped. */
    public void run() {
        try {
            while (look()) {
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once, and starts what is due; false where the stack was stopped. */
    boolean look() {
        logs.look();
        if (!ended().isEmpty()) {
            // Whoever else holds the lock is starting or stopping it right now.
            StackLock.tryTake(state).ifPresent(this::mend);
        }
        return Stopper.recorded(state).stream().anyMatch(name -> !name.equals(NAME));
    }

    private List<Component> ended() {
        return components.stream()
                .filter(component -> !state.isAlive(component.name()))
                .toList();
    }

    private void mend(StackLock held) {
        try (held) {
            List<Component> ended = ended();
            Set<String> names =
                    new HashSet<>(ended.stream().map(Component::name).toList());
            due.keySet().retainAll(names);
            // Somebody may have started it by hand.
            givenUp.retainAll(names);
            names.stream().filter(name -> !due.containsKey(name)).forEach(this::plan);
            ended.stream().filter(component -> isDue(component.name())).forEach(this::restart);
        }
    }

    private void plan(String name) {
        if (givenUp.contains(name)) {
            return;
        }
        Optional<Duration> pause = limit.pause(name);
        if (pause.isEmpty()) {
            givenUp.add(name);
            notes.accept(name + " had ended " + (RestartLimit.TIMES + 1) + " times within "
                    + RestartLimit.WHILE.toMinutes() + " min and stays so; loanflow logs " + name
                    + " says why, loanflow up starts it");
        } else {
            notes.accept(name + " had ended; starting again");
            due.put(name, System.nanoTime() + pause.get().toNanos());
        }
    }

    private boolean isDue(String name) {
        Long time = due.get(name);
        return time != null && System.nanoTime() - time >= 0;
    }

    private void restart(Component component) {
        due.remove(component.name());
        try {
            new Starter(state, configuration, List.of(component)).start(StartListener.SILENT);
        } catch (StackException | LocalServerException e) {
            notes.accept(component.name() + " could not be started again: " + e.getMessage());
        }
    }
}
