package io.loanflow.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The process that listens on a port of this machine, from Linux's /proc. */
record PortOwner(long pid, String command) {

    private static final Path PROC = Path.of("/proc");
    private static final String LISTEN = "0A";
    private static final int LONGEST_COMMAND = 60;

    /** Empty where the port is free or belongs to another user's process. */
    static Optional<PortOwner> of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listeningSockets(PROC.resolve(table), port));
        }
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .findFirst()
                        .map(process -> new PortOwner(process.pid(), command(process)));
    }

    /** As /proc/PID/fd names them. */
    private static Set<String> listeningSockets(Path table, int port) {
        Set<String> sockets = new HashSet<>();
        String local = String.format(Locale.ROOT, ":%04X", port);
        try {
            for (String line : Files.readAllLines(table)) {
                // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > 9 && fields[1].endsWith(local) && fields[3].equals(LISTEN)) {
                    sockets.add("socket:[" + fields[9] + "]");
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (Stream<Path> files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.map(PortOwner::target).anyMatch(sockets::contains);
        } catch (IOException | UncheckedIOException e) {
            // It ended meanwhile, or belongs to another user.
            return false;
        }
    }

    /** Empty where the file was closed meanwhile. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static String command(ProcessHandle process) {
        String line = process.info().commandLine().orElse("ended meanwhile");
        return line.length() > LONGEST_COMMAND ? line.substring(0, LONGEST_COMMAND) + "…" : line;
    }
}
