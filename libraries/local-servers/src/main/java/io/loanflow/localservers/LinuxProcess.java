package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What Java's process API does not tell: process groups, and whether a process that ended was only not collected yet. */
final class LinuxProcess {

    /** The clock may have been set since; pids do not come round within this time. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final Path PROC = Path.of("/proc");

    private LinuxProcess() {}

    static boolean isRunning(long pid, Instant startedAt) {
        if (state(PROC.resolve(Long.toString(pid))).filter(State::running).isEmpty()) {
            return false;
        }
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, startedAt).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
    }

    static boolean groupIsRunning(long group) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (state(process)
                        .filter(s -> s.running() && s.group() == group)
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new LocalServerException("Cannot list the processes of this machine", e);
        }
    }

    /** Nothing happens where no such group is left. */
    static void signalGroup(long group, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, "--", "-" + group)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new LocalServerException("Cannot run kill; install it (Debian: apt-get install procps)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while stopping process group " + group, e);
        }
    }

    private static Optional<State> state(Path process) {
        try {
            // pid (command) state parent group ...; the command may hold blanks and parentheses.
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4);
            return Optional.of(new State(fields[0].charAt(0), Long.parseLong(fields[2])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private record State(char letter, long group) {

        boolean running() {
            return letter != 'Z' && letter != 'X';
        }
    }
}
