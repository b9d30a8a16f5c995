package io.loanflow.localstack.stack;

import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.localservers.ReadinessProbe;
import io.loanflow.localservers.RedisServer;
import io.loanflow.localservers.ServerCommand;
import io.loanflow.localservers.ServerFiles;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localservers.TemporalServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The parts of a stack, in the order in which they are shown. */
public final class Components {

    private static final Duration APPLICATION_TIME_TO_START = Duration.ofMinutes(3);

    private static final String WARM_UP = "LOANFLOW_WARM_UP";

    private final Installation installation;
    private final StateDirectory state;
    private final StackConfiguration configuration;

    public Components(Installation installation, StateDirectory state, StackConfiguration configuration) {
        this.installation = installation;
        this.state = state;
        this.configuration = configuration;
    }

    public List<Component> all() {
        List<Component> all = new ArrayList<>(servers());
        all.addAll(applications());
        all.add(supervisor(all.stream().map(Component::name).toList()));
        return List.copyOf(all);
    }

    /** Those that this machine runs itself. */
    public List<Component> servers() {
        return Stream.of(mariaDb(), redis(), temporal(), mlflow())
                .filter(server -> configuration.connections().external().stream()
                        .noneMatch(external -> external.component().equals(server.name())))
                .toList();
    }

    public List<Component> applications() {
        return Stream.of(Application.values()).map(this::application).toList();
    }

    private Component mariaDb() {
        int port = configuration.port(Port.MARIADB);
        String password = configuration.connections().databasePassword();
        Map<DatabaseAccount, String> servicePasswords = Objects.requireNonNullElseGet(
                configuration.connections().databasePasswords(), DatabaseAccount::generatePasswords);
        return server(
                Server.MARIADB,
                MariaDbServer.TIME_TO_START,
                files -> MariaDbServer.launch(files, port, password, servicePasswords),
                () -> MariaDbServer.probe(port, password));
    }

    private Component redis() {
        int port = configuration.port(Port.REDIS);
        String password = configuration.connections().redisPassword();
        return server(
                Server.REDIS,
                RedisServer.TIME_TO_START,
                files -> RedisServer.launch(files, port, password),
                () -> RedisServer.probe(port, password));
    }

    private Component temporal() {
        int port = configuration.port(Port.TEMPORAL);
        int uiPort = configuration.port(Port.TEMPORAL_UI);
        List<String> attributes = PipelineSearchAttributes.declarations();
        return server(
                Server.TEMPORAL,
                TemporalServer.TIME_TO_START,
                files -> TemporalServer.launch(files, port, uiPort, attributes),
                () -> TemporalServer.probe(port));
    }

    private Component mlflow() {
        int port = configuration.port(Port.MLFLOW);
        return server(
                Server.MLFLOW,
                MlflowServer.TIME_TO_START,
                files -> MlflowServer.launch(files, port),
                () -> MlflowServer.probe(port));
    }

    private Component server(
            Server server,
            Duration timeToStart,
            Function<ServerFiles, ServerProcess> launch,
            Supplier<ReadinessProbe> probe) {
        ServerFiles files = files(server.component());
        return new Component(
                server.component(),
                server.ports(),
                configuration.connections().address(server),
                List.of(),
                timeToStart,
                1,
                () -> launch.apply(files),
                probe);
    }

    private Component application(Application application) {
        String url = url(application);
        // Liveness: serving is ready only once a model is in service.
        URI alive =
                URI.create(url + "/actuator/health/" + (application == Application.SERVING ? "liveness" : "readiness"));
        return new Component(
                application.module(),
                List.of(application.port()),
                url,
                // MLflow is the last to answer and is first asked during a run.
                servers().stream()
                        .map(Component::name)
                        .filter(name -> !name.equals(Server.MLFLOW.component()))
                        .toList(),
                APPLICATION_TIME_TO_START,
                // On a busy machine a server may answer too late for the first.
                2,
                () -> launch(application),
                () -> ReadinessProbe.http(alive));
    }

    private String url(Application application) {
        return "http://127.0.0.1:" + configuration.port(application.port());
    }

    private Component supervisor(List<String> others) {
        return new Component(
                Supervisor.NAME,
                List.of(),
                "",
                others,
                Duration.ofMinutes(1),
                1,
                () -> ServerProcess.launch(new ServerCommand(
                        Supervisor.NAME,
                        program("local-stack", Supervisor.jvmFlags(installation), Supervisor.COMMAND),
                        Map.of("LOANFLOW_STATE_DIRECTORY", state.root().toString()),
                        files(Supervisor.NAME))),
                // It listens nowhere.
                () -> () -> true);
    }

    private ServerFiles files(String name) {
        return new ServerFiles(state.of(name), state.log(name));
    }

    /** @param arguments of the program */
    private List<String> program(String module, List<String> jvmFlags, String... arguments) {
        Path jar = installation.program(
                module, state.root().resolve("applications").resolve(module));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(new ClassArchive(state.root().resolve("classes"), jar).jvmFlags());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** What decides needs to know who made its models; only what makes them has the key for it. */
    private Map<String, String> keys(Application application) {
        String trusted = state.root().resolve("model-keys").toString();
        return switch (application) {
            case TRAINING ->
                Map.of(
                        "LOANFLOW_SIGNING_KEY",
                        state.root().resolve("signing").resolve("models.pem").toString(),
                        "LOANFLOW_MODEL_KEYS",
                        trusted);
            case SERVING, MONITORING -> Map.of("LOANFLOW_MODEL_KEYS", trusted);
            default -> Map.of();
        };
    }

    /** Where people reach what the pages of each service lead to. */
    private Map<String, String> pages() {
        Map<String, String> pages = new HashMap<>(Map.of(
                "LOANFLOW_SERVING_URL", url(Application.SERVING),
                "LOANFLOW_INGESTION_URL", url(Application.INGESTION),
                "LOANFLOW_MONITORING_URL", url(Application.MONITORING)));
        String temporal = configuration.connections().temporalUi();
        if (temporal != null) {
            pages.put("TEMPORAL_UI_URL", temporal);
        }
        return pages;
    }

    private ServerProcess launch(Application application) {
        Map<String, String> environment =
                new HashMap<>(configuration.connections().environment(application));
        environment.put("LOANFLOW_PUBLIC_URL", url(application));
        environment.putAll(pages());
        environment.put("SERVER_PORT", Integer.toString(configuration.port(application.port())));
        environment.put(
                "LOANFLOW_DATA_DIRECTORY",
                Objects.requireNonNullElse(
                        configuration.definitions(), installation.data().toString()));
        environment.put("LOANFLOW_FILES_DIRECTORY", state.files().toString());
        environment.put("LOANFLOW_JOURNAL_DIRECTORY", state.journal().toString());
        environment.putAll(keys(application));
        if (state.keys().areOn()) {
            environment.put("LOANFLOW_API_KEYS", state.keys().file().toString());
        }
        environment.put(
                "LOANFLOW_AUDIT_LOG",
                state.logs()
                        .resolve("audit")
                        .resolve(application.module() + ".log")
                        .toString());
        // Each thread's arena of the C library keeps what was freed; one JVM has up to eight times as many as
        // processors.
        environment.put("MALLOC_ARENA_MAX", "2");
        // Who waits for a start on one machine seldom sends it thousands of requests at once.
        environment.put(WARM_UP, System.getenv().getOrDefault(WARM_UP, "2s"));
        return ServerProcess.launch(new ServerCommand(
                application.module(),
                program(application.module(), application.jvmFlags()),
                environment,
                files(application.module())));
    }
}
