package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server's process, by what is needed to find it again from another JVM.
 *
 * <p>Each leads a session of its own: Ctrl-C at the terminal does not reach it, and it may outlive the JVM that started it.
 *
 * @param name for messages
 * @param pid of the first process, which leads the group of all the server's processes
 * @param startedAt tells the process from a later one that was given the same pid
 * @param log where its output goes
 */
public record ServerProcess(String name, long pid, Instant startedAt, Path log) {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration TIME_TO_END = Duration.ofSeconds(15);
    private static final Duration TIME_TO_DIE = Duration.ofSeconds(5);

    /** Marks the processes of a group as this server's, should the first one be gone. */
    private static final String MARK = "LOANFLOW_SERVER_LOG";

    /** Starts it and returns at once; {@link #awaitReady} says when it can be used. */
    public static ServerProcess launch(ServerCommand command) {
        command.files().createDirectories();
        List<String> detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command.command());
        ProcessBuilder builder = new ProcessBuilder(detached)
                .directory(command.files().directory().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(command.files().log().toFile()));
        // One language and UTF-8 file names, whatever the user's: since Java 18 no property sets the names' encoding.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(command.environment());
        builder.environment().put(MARK, mark(command.files().log()));
        try {
            Process process = builder.start();
            Instant startedAt = process.info().startInstant().orElseGet(Instant::now);
            return new ServerProcess(
                    command.name(), process.pid(), startedAt, command.files().log());
        } catch (IOException e) {
            throw new LocalServerException(
                    "Cannot start " + command.name() + " in " + command.files().directory() + ": " + FileProblem.of(e),
                    e);
        }
    }

    /** All that this user runs, whoever launched them, each named by its log. */
    public static List<ServerProcess> running() {
        List<ServerProcess> running = new ArrayList<>();
        LinuxProcess.leadersVariable(MARK).forEach((pid, mark) -> {
            Path log = Path.of(mark);
            String name = log.getFileName().toString().replaceFirst("\\.log$", "");
            ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .ifPresent(startedAt -> running.add(new ServerProcess(name, pid, startedAt, log)));
        });
        return running;
    }

    public boolean isAlive() {
        return LinuxProcess.isRunning(pid, startedAt);
    }

    /** Memory of all its processes; what they share is counted once. */
    public long memoryBytes() {
        return LinuxProcess.groupMemoryBytes(pid);
    }

    /**
     * Waits until the probe agrees, and stops the process where it does not.
     *
     * @throws LocalServerException with the end of the log, where the process ends first or takes too long
     */
    public void awaitReady(Duration timeout, ReadinessProbe probe) {
        try {
            await(timeout, probe);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private void await(Duration timeout, ReadinessProbe probe) {
        long deadline = System.nanoTime() + timeout.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                // Where it has ended it is another process that answers.
                if (probe.isReady() && isAlive()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (Exception e) {
                last = e;
            }
            if (!isAlive()) {
                throw notReady("ended before it was ready", last);
            }
            pause();
        }
        throw notReady("was not ready after " + timeout.toSeconds() + " s", last);
    }

    /** Ends it and every process it started: politely, and after 15 s by force. */
    public void stop() {
        stop(TIME_TO_END);
    }

    /**
     * As {@link #stop()}. Processes that only happen to have its pid are left alone.
     *
     * @param patience until it is ended by force
     */
    public void stop(Duration patience) {
        if (!isAlive() && !LinuxProcess.groupHasVariable(pid, MARK + "=" + mark(log))) {
            return;
        }
        LinuxProcess.signalGroup(pid, "TERM");
        if (!ends(patience)) {
            LinuxProcess.signalGroup(pid, "KILL");
            ends(TIME_TO_DIE);
        }
    }

    private boolean ends(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (LinuxProcess.groupIsRunning(pid)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static String mark(Path log) {
        return log.toAbsolutePath().normalize().toString();
    }

    private LocalServerException notReady(String what, @Nullable Exception last) {
        String tail = LogTail.of(log);
        String message = name + " " + what + ". " + (tail.isEmpty() ? "Its log is empty: " : "The end of ") + log
                + (tail.isEmpty() ? "" : ":\n" + tail);
        return last == null ? new LocalServerException(message) : new LocalServerException(message, last);
    }

    private void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private LocalServerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalServerException("Interrupted while waiting for " + name, e);
    }
}
