package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Temporal's development server with its UI; workflows are kept in one SQLite file. */
public final class TemporalServer implements AutoCloseable {

    public static final Duration TIME_TO_START = Duration.ofMinutes(1);

    private final ServerProcess process;
    private final int port;
    private final int uiPort;

    private TemporalServer(ServerProcess process, int port, int uiPort) {
        this.process = process;
        this.port = port;
        this.uiPort = uiPort;
    }

    /**
     * Starts it and waits until the service answers.
     *
     * @param searchAttributes that workflows use, each with its type, such as {@code Dataset=Keyword}
     */
    public static TemporalServer start(Path stateDirectory, int port, int uiPort, List<String> searchAttributes) {
        ServerProcess process = launch(ServerFiles.in(stateDirectory, "temporal"), port, uiPort, searchAttributes);
        process.awaitReady(TIME_TO_START, probe(port));
        return new TemporalServer(process, port, uiPort);
    }

    /** As {@link #start}, without waiting: {@link #probe} tells when it answers. */
    public static ServerProcess launch(ServerFiles files, int port, int uiPort, List<String> searchAttributes) {
        Path program = PythonTools.temporal();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(uiPort),
                "--ui-disable-news-fetch",
                "--db-filename",
                files.directory().resolve("temporal.db").toString(),
                "--log-level",
                "warn"));
        for (String attribute : searchAttributes) {
            command.add("--search-attribute");
            command.add(attribute);
        }
        return ServerProcess.launch(new ServerCommand("Temporal", command, Map.of(), files));
    }

    /** Whether the service answers: the UI does so a second before. */
    public static ReadinessProbe probe(int port) {
        Path program = PythonTools.temporal();
        return () -> isHealthy(program, address(port));
    }

    public ServerProcess process() {
        return process;
    }

    /** Of the service, host and port. */
    public String address() {
        return address(port);
    }

    public static String address(int port) {
        return "127.0.0.1:" + port;
    }

    /** Of the UI. */
    public String url() {
        return url(uiPort);
    }

    public static String url(int uiPort) {
        return "http://127.0.0.1:" + uiPort;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static boolean isHealthy(Path program, String address) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(program.toString(), "operator", "cluster", "health", "--address", address)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return check.waitFor(5, TimeUnit.SECONDS) && check.exitValue() == 0;
        } finally {
            check.destroyForcibly();
        }
    }
}
