package io.loanflow.localstack.stack;

import io.loanflow.localservers.LocalServerException;
import io.loanflow.localservers.ServerProcess;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Starts processes side by side, and keeps in mind which, so that they can be stopped again, also while they are still starting. */
final class Starter {

    private static final int SECONDS_TO_GIVE_UP = 2;

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final List<Component> components;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> started = new LinkedHashSet<>();
    private boolean stopping;

    Starter(StateDirectory state, StackConfiguration configuration, List<Component> components) {
        this.state = state;
        this.configuration = configuration;
        this.components = components;
    }

    /** Those that do not run. */
    List<Component> missing() {
        return components.stream()
                .filter(component -> !state.isAlive(component.name()))
                .toList();
    }

    /**
     * Starts what does not run, side by side, and waits until everything answers. Where one does not, what was started is
     * stopped.
     *
     * @throws StackException if a port is busy
     * @throws io.loanflow.localservers.LocalServerException with the end of the log of what did not start
     */
    void start(StartListener listener) {
        List<Component> missing = missing();
        // A process that was killed may have left children behind.
        missing.forEach(component -> state.process(component.name()).ifPresent(ServerProcess::stop));
        BusyPorts.check(missing, configuration);
        state.write(configuration);
        Map<String, CompletableFuture<Void>> starts = new LinkedHashMap<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Component component : components) {
            starts.put(
                    component.name(),
                    allOf(component.needs(), starts).thenRunAsync(() -> start(component, listener, failure), threads));
        }
        await(CompletableFuture.anyOf(allOf(List.copyOf(starts.keySet()), starts), failure));
    }

    /** The first failure ends the waiting for the rest. */
    private void await(CompletableFuture<?> end) {
        try {
            end.join();
        } catch (CompletionException e) {
            Stopper.stop(state, giveUp());
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start(Component component, StartListener listener, CompletableFuture<Void> failure) {
        listener.starting(component.name(), component.address());
        try {
            if (state.isAlive(component.name())) {
                awaitReady(component, state.process(component.name()).orElseThrow());
            } else {
                launch(component, component.attempts());
            }
            listener.ready(component.name(), component.address());
        } catch (RuntimeException e) {
            // The others are only given up because of the first, or of Ctrl-C.
            if (!isStopping() && failure.completeExceptionally(e)) {
                listener.failed(component.name(), component.address());
            }
            throw e;
        }
    }

    private void launch(Component component, int attempts) {
        try {
            awaitReady(component, register(component, component.launch().get()));
        } catch (LocalServerException e) {
            if (attempts == 1 || isStopping()) {
                throw e;
            }
            launch(component, attempts - 1);
        }
    }

    private static void awaitReady(Component component, ServerProcess process) {
        process.awaitReady(component.timeToStart(), component.probe().get());
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized ServerProcess register(Component component, ServerProcess process) {
        if (stopping) {
            process.stop();
            throw new StackException("Stopped before " + component.name() + " was ready");
        }
        state.record(component.name(), process);
        started.add(component.name());
        return process;
    }

    /** Whether this object started anything. */
    synchronized boolean hasStarted() {
        return !started.isEmpty();
    }

    /** Starts nothing more; what this object started until then. */
    List<String> giveUp() {
        synchronized (this) {
            stopping = true;
        }
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_GIVE_UP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return started();
    }

    /** What this object started. */
    synchronized List<String> started() {
        return List.copyOf(started);
    }

    private static CompletableFuture<Void> allOf(List<String> names, Map<String, CompletableFuture<Void>> starts) {
        return CompletableFuture.allOf(
                names.stream().filter(starts::containsKey).map(starts::get).toArray(CompletableFuture<?>[]::new));
    }
}
