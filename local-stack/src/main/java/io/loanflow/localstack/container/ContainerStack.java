package io.loanflow.localstack.container;

import io.loanflow.localstack.stack.BusyPorts;
import io.loanflow.localstack.stack.Condition;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.LogRequest;
import io.loanflow.localstack.stack.PartStatus;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StartListener;
import io.loanflow.localstack.stack.StateDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The containers of the compose file. Docker starts again by itself what dies. */
public final class ContainerStack implements Stack {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECONDS_TO_START = 600;
    /** On a busy machine a server may answer an application too late: Docker starts it again, but Compose gives up. */
    private static final int ATTEMPTS = 3;
    /** Looking costs processor time, which the containers need to start. */
    private static final int SECONDS_BETWEEN_LOOKS = 3;

    /** Where the image of the ingestion service has its file directory. */
    private static final String FILES = "/var/lib/loanflow/files/";

    private static final String INGESTION = "ingestion-service";
    private static final String IMAGES = "images";

    private final StateDirectory state;
    private final StackConfiguration configuration;
    private final ContainerSettings settings;
    private final DockerCompose compose;
    private boolean started;

    public ContainerStack(Installation installation, StateDirectory state, StackConfiguration configuration) {
        this.state = state;
        this.configuration = configuration;
        settings = ContainerSettings.of(installation, state);
        compose = new DockerCompose(installation.home(), settings.file(), state.log("containers"));
    }

    /** What the environment and the settings say, the environment first. */
    public static StackConfiguration configuration(
            Installation installation, StateDirectory state, Map<String, String> environment, boolean freePorts) {
        ContainerSettings settings = ContainerSettings.of(installation, state);
        return StackConfiguration.ofContainers(settings.over(environment), freePorts && !settings.exist());
    }

    @Override
    public StackConfiguration configuration() {
        return configuration;
    }

    @Override
    public boolean runs() {
        return !compose.read("ps", "--quiet", "--status", "running").isBlank();
    }

    /** Never: images may be older than the jars. */
    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public List<String> names() {
        return Stream.concat(
                        Stream.of(IMAGES),
                        compose.read("config", "--services").lines().sorted())
                .toList();
    }

    /** Makes settings where there are none, and images from the jars, before it creates and starts what does not run. */
    @Override
    public void start(StartListener listener) {
        started = true;
        listener.starting(IMAGES, "built from the jars");
        prepare();
        listener.ready(IMAGES, "built from the jars");
        start(listener, ATTEMPTS);
    }

    private void prepare() {
        if (!settings.exist()) {
            refuseDataOfOtherPasswords();
            settings.make(configuration, state.keys());
        } else {
            settings.complete();
        }
        if (!runs()) {
            BusyPorts.check("the stack of containers", ContainerSettings.PORTS, configuration);
        }
        state.write(configuration);
        // Containers listen beyond loopback, so they do not start without a login.
        state.keys().begin();
        compose.run("build");
    }

    private void start(StartListener listener, int attempts) {
        DockerCompose.Work starting =
                compose.begin("up", "--detach", "--wait", "--wait-timeout", Integer.toString(SECONDS_TO_START));
        tell(listener, starting.process());
        try {
            starting.end();
        } catch (StackException e) {
            if (attempts == 1) {
                throw e;
            }
            start(listener, attempts - 1);
        }
    }

    /** Again and again until all is healthy or given up. */
    private void tell(StartListener listener, Process starting) {
        try {
            while (!starting.waitFor(SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS)) {
                statuses(Map.of()).forEach(status -> tell(listener, status));
            }
            statuses(Map.of()).forEach(status -> tell(listener, status));
        } catch (InterruptedException e) {
            starting.destroy();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the containers were starting", e);
        }
    }

    private static void tell(StartListener listener, PartStatus status) {
        switch (status.condition()) {
            case UP, EXTERNAL -> listener.ready(status.name(), status.address());
            case STARTING -> listener.starting(status.name(), status.address());
            case ENDED, STOPPED -> listener.failed(status.name(), status.address());
        }
    }

    private void refuseDataOfOtherPasswords() {
        String name = settings.project().isEmpty() ? "loanflow" : settings.project();
        if (!compose.docker("volume", "ls", "--quiet", "--filter", "label=com.docker.compose.project=" + name)
                .isBlank()) {
            throw new StackException("Volumes of project " + name + " are there, but their passwords are not: "
                    + settings.file() + " is missing. Put it back, or delete the data with:"
                    + " docker volume rm $(docker volume ls --quiet --filter label=com.docker.compose.project=" + name
                    + ")");
        }
    }

    @Override
    public List<PartStatus> statuses() {
        Map<String, Long> memory = new HashMap<>();
        String stats = compose.read("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}");
        stats.lines().map(line -> line.split(" ")).forEach(words -> memory.put(words[0], DockerSize.bytes(words[1])));
        return statuses(memory);
    }

    private List<PartStatus> statuses(Map<String, Long> memory) {
        return compose.read("ps", "--all", "--format", "json")
                .lines()
                .map(JSON::readTree)
                .map(container -> new PartStatus(
                        name(container),
                        condition(container),
                        null,
                        memory.get(container.path("Name").asString()),
                        configuration.publicAddress(name(container))))
                .toList();
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

    @Override
    public void bring(Path file, String place) {
        String target = FILES + place;
        String directory = target.substring(0, target.lastIndexOf('/'));
        compose.run("exec", "-T", INGESTION, "mkdir", "-p", directory);
        compose.feed(file, "exec", "-T", INGESTION, "dd", "bs=1M", "status=none", "of=" + target + ".partial");
        compose.run("exec", "-T", INGESTION, "mv", target + ".partial", target);
    }

    /** Docker starts again what ends. */
    @Override
    public void watch(Consumer<String> notes) {}

    /** Compose names the services it knows. */
    @Override
    public int logs(LogRequest request) {
        List<String> arguments =
                new ArrayList<>(List.of("logs", "--no-log-prefix", "--tail", Integer.toString(request.lines())));
        if (request.follow()) {
            arguments.add("--follow");
        }
        arguments.add(request.name());
        return compose.show(arguments.toArray(String[]::new));
    }

    @Override
    public boolean hasStarted() {
        return started;
    }

    @Override
    public void stopStarted() {
        stop(false);
    }

    /** As polite as ever: Docker takes as long as its containers need. */
    @Override
    public void stopStartedSoon() {
        stop(false);
    }

    /** Docker goes on stopping them. */
    @Override
    public void killStarted() {}

    @Override
    public void stop(boolean purge) {
        if (purge) {
            compose.run("down", "--volumes");
        } else {
            compose.run("down");
        }
    }
}
