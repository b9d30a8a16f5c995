package io.loanflow.localstack;

import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.ServerCommand;
import io.loanflow.localservers.ServerFiles;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StateDirectory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A second replica of a stack's serving service, as somebody starts one on another machine: the stack does not know of it. */
record SecondServing(ServerProcess process, String url) implements AutoCloseable {

    private static final String NAME = "second-serving-service";

    /** @param directory that it has for itself */
    static SecondServing start(LoanflowProgram program, Path directory) {
        String url = "http://127.0.0.1:" + FreePort.find();
        ServerProcess process = ServerProcess.launch(new ServerCommand(
                NAME,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Path.of("../serving-service/target/serving-service-application.jar")
                                .toAbsolutePath()
                                .normalize()
                                .toString()),
                environment(program, url, directory),
                new ServerFiles(directory, directory.resolve(NAME + ".log"))));
        process.awaitReady(Duration.ofMinutes(3), ReadinessProbe.http(URI.create(url + "/actuator/health/liveness")));
        return new SecondServing(process, url);
    }

    private static Map<String, String> environment(LoanflowProgram program, String url, Path directory) {
        Connections connections = new StateDirectory(program.state())
                .configuration()
                .orElseThrow()
                .connections();
        return Map.of(
                "SERVER_PORT", Integer.toString(URI.create(url).getPort()),
                "LOANFLOW_PUBLIC_URL", url,
                "TEMPORAL_ADDRESS", connections.temporalAddress(),
                "MLFLOW_TRACKING_URI", connections.mlflow().toString(),
                "LOANFLOW_DB_URL", connections.databaseUrl(),
                "LOANFLOW_DB_USER", DatabaseAccount.SERVING.user(),
                "LOANFLOW_DB_PASSWORD",
                        Objects.requireNonNull(connections.databasePasswords()).get(DatabaseAccount.SERVING),
                "LOANFLOW_MODEL_KEYS", program.state().resolve("model-keys").toString(),
                "LOANFLOW_JOURNAL_DIRECTORY", directory.resolve("journal").toString(),
                "LOANFLOW_WARM_UP", "1s");
    }

    @Override
    public void close() {
        process.stop();
    }
}
