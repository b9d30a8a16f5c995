package io.loanflow.localstack.stack;

import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.localservers.Passwords;
import io.loanflow.localservers.RedisServer;
import io.loanflow.localservers.TemporalServer;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the applications reach the servers.
 *
 * @param temporalAddress host and port
 * @param temporalUi address of the UI; null where it is not known
 * @param databaseUrl for JDBC, without user and password
 * @param databaseUser who may do everything in the database
 * @param databasePasswords of the services' own accounts; null where the database has none, and they share that of the user above
 * @param redisUrl with the password
 * @param batchSecret that feature batches are sealed with; null for batches that are not sealed
 * @param external servers that were there before and are neither started nor stopped
 */
public record Connections(
        String temporalAddress,
        String temporalNamespace,
        @Nullable String temporalUi,
        URI mlflow,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        @Nullable Map<DatabaseAccount, String> databasePasswords,
        String redisUrl,
        @Nullable String batchSecret,
        Set<Server> external) {

    private static final String BATCH_SECRET = "LOANFLOW_BATCH_SECRET";

    /** Servers named by the environment, and those of this machine for the rest. */
    static Connections of(Map<String, String> environment, Map<Port, Integer> ports) {
        Set<Server> external = EnumSet.noneOf(Server.class);
        for (Server server : Server.values()) {
            if (!environment.getOrDefault(server.setting(), "").isBlank()) {
                external.add(server);
            }
        }
        boolean database = external.contains(Server.MARIADB);
        boolean temporal = external.contains(Server.TEMPORAL);
        return new Connections(
                temporal ? named(environment, Server.TEMPORAL) : TemporalServer.address(at(ports, Port.TEMPORAL)),
                environment.getOrDefault("TEMPORAL_NAMESPACE", "default"),
                temporal ? environment.get("TEMPORAL_UI_URL") : TemporalServer.url(at(ports, Port.TEMPORAL_UI)),
                URI.create(
                        external.contains(Server.MLFLOW)
                                ? named(environment, Server.MLFLOW)
                                : MlflowServer.url(at(ports, Port.MLFLOW))),
                database ? named(environment, Server.MARIADB) : MariaDbServer.url(at(ports, Port.MARIADB)),
                database ? environment.getOrDefault("LOANFLOW_DB_USER", MariaDbServer.USER) : MariaDbServer.USER,
                database ? environment.getOrDefault("LOANFLOW_DB_PASSWORD", "") : Passwords.generate(),
                database ? null : DatabaseAccount.generatePasswords(),
                external.contains(Server.REDIS)
                        ? named(environment, Server.REDIS)
                        : RedisServer.url(at(ports, Port.REDIS), Passwords.generate()),
                environment.getOrDefault(BATCH_SECRET, "").isBlank()
                        ? Passwords.generate()
                        : environment.get(BATCH_SECRET),
                external);
    }

    /** To what containers publish: neither the database nor Redis. */
    static Connections ofContainers(Map<Port, Integer> ports) {
        return new Connections(
                TemporalServer.address(at(ports, Port.TEMPORAL)),
                "default",
                TemporalServer.url(at(ports, Port.TEMPORAL_UI)),
                URI.create(MlflowServer.url(at(ports, Port.MLFLOW))),
                "",
                "",
                "",
                null,
                "",
                null,
                Set.of());
    }

    /** As an application reads them: passwords of what it uses, and no others, not even inherited ones. */
    Map<String, String> environment(Application application) {
        boolean batches = application.usesBatches();
        DatabaseLogin database = database(application);
        return Map.of(
                "TEMPORAL_ADDRESS",
                temporalAddress,
                "TEMPORAL_NAMESPACE",
                temporalNamespace,
                "MLFLOW_TRACKING_URI",
                mlflow.toString(),
                "LOANFLOW_DB_URL",
                databaseUrl,
                "LOANFLOW_DB_USER",
                database.user(),
                "LOANFLOW_DB_PASSWORD",
                database.password(),
                "REDIS_URL",
                batches ? redisUrl : "",
                BATCH_SECRET,
                batches && batchSecret != null ? batchSecret : "");
    }

    private DatabaseLogin database(Application application) {
        DatabaseAccount account = application.databaseAccount();
        if (account == null) {
            return new DatabaseLogin("", "");
        }
        return databasePasswords == null
                ? new DatabaseLogin(databaseUser, databasePassword)
                : new DatabaseLogin(account.user(), databasePasswords.getOrDefault(account, ""));
    }

    private record DatabaseLogin(String user, String password) {}

    /** Of a server, for people: without a password. */
    public String address(Server server) {
        return switch (server) {
            case MARIADB -> databaseUrl;
            case REDIS -> withoutPassword(redisUrl);
            case TEMPORAL -> temporalUi == null ? temporalAddress : temporalUi;
            case MLFLOW -> withoutPassword(mlflow.toString());
        };
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("//[^/]*@", "//");
    }

    String redisPassword() {
        String user = URI.create(redisUrl).getUserInfo();
        return user == null ? "" : user.substring(user.indexOf(':') + 1);
    }

    private static String named(Map<String, String> environment, Server server) {
        return environment.getOrDefault(server.setting(), "").strip();
    }

    private static int at(Map<Port, Integer> ports, Port port) {
        return ports.getOrDefault(port, port.standard());
    }
}
