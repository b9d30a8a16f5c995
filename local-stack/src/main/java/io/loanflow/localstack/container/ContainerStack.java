package io.loanflow.localstack.container;

import io.loanflow.localstack.stack.BusyPorts;
import io.loanflow.localstack.stack.Condition;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The containers of the compose file. Docker starts again by itself what dies. */
public final class ContainerStack {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECONDS_TO_START = 600;
    /** On a busy machine a server may answer an application too late: Docker starts it again, but Compose gives up. */
    private static final int ATTEMPTS = 3;
    /** Looking costs processor time, which the containers need to start. */
    private static final int SECONDS_BETWEEN_LOOKS = 3;

    /** Where the image of the ingestion service has its file directory. */
    private static final String FILES = "/var/lib/loanflow/files/";

    private static final String INGESTION = "ingestion-service";

    private final StateDirectory state;
    private final ContainerSettings settings;
    private final DockerCompose compose;
    private final String project;

    public ContainerStack(Installation installation, StateDirectory state) {
        this.state = state;
        boolean usual = state.equals(installation.state(Map.of()));
        Path directory = usual ? installation.home() : state.root();
        settings = new ContainerSettings(directory.resolve(".env"));
        project = usual
                ? ""
                : "loanflow-" + Integer.toHexString(state.root().toString().hashCode());
        compose = new DockerCompose(installation.home(), settings.file(), state.log("containers"));
    }

    /** What the environment and the settings say, the environment first. */
    public StackConfiguration configuration(Map<String, String> environment, boolean freePorts) {
        return StackConfiguration.ofContainers(settings.over(environment), freePorts && !settings.exist());
    }

    /** Names of the services, in the order in which they are shown. */
    public List<String> services() {
        return compose.read("config", "--services").lines().sorted().toList();
    }

    public boolean runs() {
        return !compose.read("ps", "--quiet", "--status", "running").isBlank();
    }

    /**
     * Makes settings where there are none, and images from the jars.
     *
     * @throws StackException if a port is busy or Docker cannot be used
     */
    public void prepare(StackConfiguration configuration) {
        if (!settings.exist()) {
            refuseDataOfOtherPasswords();
            settings.make(configuration, project);
        }
        if (!runs()) {
            BusyPorts.check("the stack of containers", ContainerSettings.PORTS, configuration);
        }
        state.write(configuration);
        compose.run("build");
    }

    /**
     * Creates and starts what does not run, and waits until all is healthy.
     *
     * @param watcher told how the containers are, again and again
     * @throws StackException if a container does not become healthy
     */
    public void start(Consumer<List<ContainerStatus>> watcher) {
        start(watcher, ATTEMPTS);
    }

    private void start(Consumer<List<ContainerStatus>> watcher, int attempts) {
        DockerCompose.Work starting =
                compose.begin("up", "--detach", "--wait", "--wait-timeout", Integer.toString(SECONDS_TO_START));
        watch(starting.process(), watcher);
        try {
            starting.end();
        } catch (StackException e) {
            if (attempts == 1) {
                throw e;
            }
            start(watcher, attempts - 1);
        }
    }

    private void watch(Process starting, Consumer<List<ContainerStatus>> watcher) {
        try {
            while (!starting.waitFor(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                watcher.accept(statuses());
            }
            watcher.accept(statuses());
        } catch (InterruptedException e) {
            starting.destroy();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the containers were starting", e);
        }
    }

    private void refuseDataOfOtherPasswords() {
        String name = project.isEmpty() ? "loanflow" : project;
        if (!compose.docker("volume", "ls", "--quiet", "--filter", "label=com.docker.compose.project=" + name)
                .isBlank()) {
            throw new StackException("Volumes of project " + name + " are there, but their passwords are not: "
                    + settings.file() + " is missing. Put it back, or delete the data with:"
                    + " docker volume rm $(docker volume ls --quiet --filter label=com.docker.compose.project=" + name
                    + ")");
        }
    }

    /** Of every container, without its memory. */
    private List<ContainerStatus> statuses() {
        return statuses(Map.of());
    }

    /** Of every container. */
    public List<ContainerStatus> statusesWithMemory() {
        Map<String, String> memory = new HashMap<>();
        String stats = compose.read("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}");
        stats.lines().map(line -> line.split(" ")).forEach(words -> memory.put(words[0], words[1]));
        return statuses(memory);
    }

    private List<ContainerStatus> statuses(Map<String, String> memory) {
        List<ContainerStatus> statuses = new ArrayList<>();
        compose.read("ps", "--all", "--format", "json")
                .lines()
                .map(JSON::readTree)
                .forEach(container -> {
                    String name = container.path("Name").asString();
                    statuses.add(
                            new ContainerStatus(name(container), condition(container), memory.getOrDefault(name, "")));
                });
        return statuses;
    }

    private static String name(JsonNode container) {
        String service = container.path("Service").asString();
        String name = container.path("Name").asString();
        String number = name.substring(name.lastIndexOf('-') + 1);
        return number.equals("1") ? service : service + "-" + number;
    }

    private static Condition condition(JsonNode container) {
        return switch (container.path("State").asString()) {
            case "running" -> container.path("Health").asString().equals("healthy") ? Condition.UP : Condition.STARTING;
            case "created", "restarting" -> Condition.STARTING;
            default -> Condition.ENDED;
        };
    }

    /** Copies a file to a place under the ingestion service's file directory. */
    public void bring(Path file, String place) {
        String target = FILES + place;
        String directory = target.substring(0, target.lastIndexOf('/'));
        compose.run("exec", "-T", INGESTION, "mkdir", "-p", directory);
        compose.feed(file, "exec", "-T", INGESTION, "dd", "bs=1M", "status=none", "of=" + target + ".partial");
        compose.run("exec", "-T", INGESTION, "mv", target + ".partial", target);
    }

    /** Shows what a service wrote; the exit code. */
    public int logs(String service, int lines, boolean follow) {
        List<String> arguments = new ArrayList<>(List.of("logs", "--no-log-prefix", "--tail", Integer.toString(lines)));
        if (follow) {
            arguments.add("--follow");
        }
        arguments.add(service);
        return compose.show(arguments.toArray(String[]::new));
    }

    /**
     * Stops and removes the containers.
     *
     * @param purge deletes the volumes too
     */
    public void stop(boolean purge) {
        if (purge) {
            compose.run("down", "--volumes");
        } else {
            compose.run("down");
        }
    }
}
