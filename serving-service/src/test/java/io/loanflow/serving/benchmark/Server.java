package io.loanflow.serving.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server under load, as a process of its own. */
final class Server implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private final Process process;
    private final double startSeconds;

    private Server(Process process, double startSeconds) {
        this.process = process;
        this.startSeconds = startSeconds;
    }

    /** @param ready answers 200 once the server can be used */
    static Server start(List<String> command, Path log, URI ready) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!answers(ready)) {
            boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() - start > TIME_TO_START.toNanos()) {
                process.destroy();
                throw new IllegalStateException(command.get(0) + " did not start:\n" + Files.readString(log));
            }
        }
        Server server = new Server(process, (System.nanoTime() - start) / 1e9);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Resident memory of the process and its children. */
    long megabytes() throws IOException {
        long pages = 0;
        for (ProcessHandle handle : all().toList()) {
            String statm = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "statm"));
            pages += Long.parseLong(statm.split(" ")[1]);
        }
        return pages * 4096 >> 20;
    }

    private Stream<ProcessHandle> all() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    @Override
    public void close() {
        List<ProcessHandle> processes = all().toList();
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(handle -> handle.onExit().join());
    }

    private static boolean answers(URI ready) {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
