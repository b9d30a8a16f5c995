package io.loanflow.localservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

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
        return !members(group).isEmpty();
    }

    /** Whether a process of the group was started with this environment variable, written as {@code NAME=value}. */
    static boolean groupHasVariable(long group, String variable) {
        return members(group).stream().anyMatch(process -> environment(process).contains("\0" + variable + "\0"));
    }

    /** The value of an environment variable that each leader of a group was started with, by group; without those that have none. */
    static Map<Long, String> leadersVariable(String name) {
        Map<Long, String> values = new HashMap<>();
        for (Path process : processes(state -> true)) {
            long pid = Long.parseLong(process.getFileName().toString());
            String environment = environment(process);
            int at = environment.indexOf("\0" + name + "=");
            if (at >= 0 && state(process).filter(state -> state.group() == pid).isPresent()) {
                int begin = at + name.length() + 2;
                byte[] value = environment
                        .substring(begin, environment.indexOf('\0', begin))
                        .getBytes(StandardCharsets.ISO_8859_1);
                values.put(pid, new String(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    /** Memory of a group's processes; what several processes share is counted once. */
    static long groupMemoryBytes(long group) {
        return members(group).stream().mapToLong(LinuxProcess::memoryBytes).sum();
    }

    private static List<Path> members(long group) {
        return processes(state -> state.group() == group);
    }

    private static List<Path> processes(Predicate<State> wanted) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                state(process)
                        .filter(state -> state.running() && wanted.test(state))
                        .ifPresent(state -> found.add(process));
            }
            return found;
        } catch (IOException e) {
            throw new LocalServerException("Cannot list the processes of this machine", e);
        }
    }

    /** The proportional set size; 0 for another user's process. */
    private static long memoryBytes(Path process) {
        try {
            return Files.readAllLines(process.resolve("smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Each variable between two NULs; empty for another user's process. */
    private static String environment(Path process) {
        try {
            return "\0" + Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
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
