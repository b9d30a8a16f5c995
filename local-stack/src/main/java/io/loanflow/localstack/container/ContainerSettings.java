package io.loanflow.localstack.container;

import io.loanflow.localservers.FileProblem;
import io.loanflow.localservers.Passwords;
import io.loanflow.localservers.PrivateFile;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.Port;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StackKeys;
import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The environment file of the compose file: passwords, and what differs from the standard.
 *
 * @param project keeps containers, networks and volumes of several stacks apart; empty for the compose file's own name
 */
record ContainerSettings(Path file, String project) {

    /** The ports that the compose file publishes. */
    static final Set<Port> PORTS =
            EnumSet.of(Port.SERVING, Port.INGESTION, Port.MONITORING, Port.TEMPORAL, Port.TEMPORAL_UI, Port.MLFLOW);

    /** What the compose file asks for and nobody has to choose. */
    static final List<String> SECRETS = List.of(
            "LOANFLOW_DB_PASSWORD",
            "LOANFLOW_DB_INGESTION_PASSWORD",
            "LOANFLOW_DB_PREPROCESSING_PASSWORD",
            "LOANFLOW_DB_SERVING_PASSWORD",
            "LOANFLOW_DB_MONITORING_PASSWORD",
            "LOANFLOW_DB_ADMIN_PASSWORD",
            "LOANFLOW_REDIS_PASSWORD",
            "LOANFLOW_BATCH_SECRET");

    /** An installation's own state has the compose file's own file and name. */
    static ContainerSettings of(Installation installation, StateDirectory state) {
        boolean usual = state.equals(installation.state(Map.of()));
        return new ContainerSettings(
                (usual ? installation.home() : state.root()).resolve(".env"),
                usual
                        ? ""
                        : "loanflow-"
                                + Integer.toHexString(state.root().toString().hashCode()));
    }

    boolean exist() {
        return Files.exists(file);
    }

    /**
     * Makes the file, readable by its owner only.
     *
     * @param keys that the services take
     */
    void make(StackConfiguration configuration, StackKeys keys) {
        Map<String, String> values = new LinkedHashMap<>();
        SECRETS.forEach(secret -> values.put(secret, Passwords.generate()));
        if (!project.isEmpty()) {
            values.put("COMPOSE_PROJECT_NAME", project);
            values.put("LOANFLOW_KEYS", keys.directory().toAbsolutePath().toString());
        }
        for (Port port : PORTS) {
            values.put(port.setting(), Integer.toString(configuration.port(port)));
        }
        PrivateFile.write(
                file,
                "# Made by loanflow up --containers; .env.example explains it. The passwords belong to the data in the"
                        + " volumes.\n"
                        + lines(values));
    }

    /** Adds the secrets that a file of an earlier release lacks. */
    void complete() {
        Map<String, String> known = over(Map.of());
        Map<String, String> missing = new LinkedHashMap<>();
        SECRETS.stream()
                .filter(secret -> known.getOrDefault(secret, "").isEmpty())
                .forEach(secret -> missing.put(secret, Passwords.generate()));
        if (!missing.isEmpty()) {
            String text = String.join("\n", lines());
            PrivateFile.write(file, text + "\n" + lines(missing));
        }
    }

    private static String lines(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The file's values, and before them those of the environment, as Compose reads them. */
    Map<String, String> over(Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        if (exist()) {
            lines().forEach(line -> {
                int sign = line.indexOf('=');
                if (sign > 0 && !line.startsWith("#")) {
                    values.put(
                            line.substring(0, sign).strip(),
                            line.substring(sign + 1).strip());
                }
            });
        }
        values.putAll(environment);
        return values;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StackException("Cannot read the settings: " + FileProblem.of(e), e);
        }
    }
}
