package io.loanflow.localservers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An MLflow tracking server and registry: runs in one SQLite file, artifacts in a directory, both served over HTTP. */
public final class MlflowServer implements AutoCloseable {

    /** Its packages may have to be byte-compiled at the first start. */
    public static final Duration TIME_TO_START = Duration.ofMinutes(2);

    private static final String PROGRAM = "mlflow_server.py";

    private final ServerProcess process;
    private final int port;

    private MlflowServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it answers. */
    public static MlflowServer start(Path stateDirectory, int port) {
        ServerProcess process = launch(ServerFiles.in(stateDirectory, "mlflow"), port);
        process.awaitReady(TIME_TO_START, probe(port));
        return new MlflowServer(process, port);
    }

    /** As {@link #start}, without waiting: {@link #probe} tells when it answers. */
    public static ServerProcess launch(ServerFiles files, int port) {
        Path state = files.directory();
        Path artifacts = state.resolve("artifacts");
        Path database = state.resolve("mlflow.db");
        Path python = PythonTools.python();
        Path program = state.resolve(PROGRAM);
        try {
            Files.createDirectories(artifacts);
            Files.write(program, PythonTools.resource(PROGRAM));
        } catch (IOException e) {
            throw new LocalServerException("Cannot make MLflow's directory: " + FileProblem.of(e), e);
        }
        List<String> command = List.of(
                python.toString(),
                program.toString(),
                database.toString(),
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--workers",
                "1",
                // A line for each request, most of them our own services', would be 23 MB a day.
                "--uvicorn-opts",
                "--no-access-log",
                "--backend-store-uri",
                "sqlite:///" + database,
                "--artifacts-destination",
                artifacts.toUri().toString());
        return ServerProcess.launch(new ServerCommand("MLflow", command, environment(), files));
    }

    /** Whether it answers. */
    public static ReadinessProbe probe(int port) {
        return ReadinessProbe.http(URI.create(url(port) + "/health"));
    }

    public ServerProcess process() {
        return process;
    }

    /** The tracking URI, and the address of the UI. */
    public String url() {
        return url(port);
    }

    public static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Map<String, String> environment() {
        return Map.of(
                // Job execution would be nine more processes and 2 GB.
                "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "false",
                "MLFLOW_DISABLE_TELEMETRY", "true",
                "PYTHONDONTWRITEBYTECODE", "",
                "PYTHONUNBUFFERED", "1");
    }
}
