package io.loanflow.localstack.stack;

import io.loanflow.localservers.LocalServerException;
import io.loanflow.localservers.ServerProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The processes of one stack. What this object started, it can stop again, also while it is still starting. */
public final class Stack {

    private static final int SECONDS_TO_GIVE_UP_STARTING = 2;

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final List<Component> components;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "stack");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Component, ServerProcess> started = new LinkedHashMap<>();
    private boolean stopping;

    public Stack(StateDirectory state, StackConfiguration configuration, List<Component> components) {
        this.state = state;
        this.configuration = configuration;
        this.components = components;
    }

    /** Those that do not run. */
    public List<Component> missing() {
        return components.stream().filter(component -> !isAlive(component)).toList();
    }

    /** Those that were started and ended without being stopped. */
    public List<Component> died() {
        return missing().stream()
                .filter(component -> state.process(component.name()).isPresent())
                .toList();
    }

    /**
     * Starts what does not run, side by side, and waits until everything answers. Where one does not, what was started is
     * stopped.
     *
     * @throws StackException if a port is busy
     * @throws io.loanflow.localservers.LocalServerException with the end of the log of what did not start
     */
    public void start(StartListener listener) {
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
            stopStarted();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start(Component component, StartListener listener, CompletableFuture<Void> failure) {
        listener.starting(component);
        try {
            boolean launch = !isAlive(component);
            if (launch) {
                launch(component, component.attempts());
            } else {
                awaitReady(component, state.process(component.name()).orElseThrow());
            }
            listener.ready(component, launch);
        } catch (RuntimeException e) {
            // The others are only given up because of the first, or of Ctrl-C.
            if (!isStopping() && failure.completeExceptionally(e)) {
                listener.failed(component);
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
        started.put(component, process);
        return process;
    }

    /** Whether this object started anything. */
    public synchronized boolean hasStarted() {
        return !started.isEmpty();
    }

    /** Stops what this object started, and starts nothing more. */
    public void stopStarted() {
        Stopper.stop(state, giveUpStarting());
    }

    /** The same within some seconds, for somebody who waits for the prompt. */
    public void stopStartedSoon() {
        Stopper.stopSoon(state, giveUpStarting());
    }

    /** The same by force. */
    public void killStarted() {
        Stopper.kill(state, startedNames());
    }

    private List<String> giveUpStarting() {
        synchronized (this) {
            stopping = true;
        }
        threads.shutdownNow();
        try {
            threads.awaitTermination(SECONDS_TO_GIVE_UP_STARTING, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return startedNames();
    }

    private synchronized List<String> startedNames() {
        return started.keySet().stream().map(Component::name).toList();
    }

    private boolean isAlive(Component component) {
        return state.process(component.name()).filter(ServerProcess::isAlive).isPresent();
    }

    private static CompletableFuture<Void> allOf(List<String> names, Map<String, CompletableFuture<Void>> starts) {
        return CompletableFuture.allOf(
                names.stream().filter(starts::containsKey).map(starts::get).toArray(CompletableFuture<?>[]::new));
    }
}
