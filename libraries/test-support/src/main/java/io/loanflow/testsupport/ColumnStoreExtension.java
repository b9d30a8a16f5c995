package io.loanflow.testsupport;

import io.loanflow.localservers.Passwords;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A real MariaDB ColumnStore in a container, shared by all tests of a JVM. For tests that are {@link InContainers}. */
public final class ColumnStoreExtension implements BeforeAllCallback {

    private static final String USER = "loanflow";
    private static final String PASSWORD = Passwords.generate();
    private static final String DATABASE = "loanflow";
    private static final int PORT = 3306;

    /** PM1 and the host name must be the same: a cluster of one. */
    private static final String HOST = "mcs1";

    private static final long SHARED_MEMORY_BYTES = 512L * 1024 * 1024;

    private static final SharedServer<GenericContainer<?>> SERVER =
            new SharedServer<>("columnstore", directory -> start());

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://" + SERVER.get().getHost() + ":" + SERVER.get().getMappedPort(PORT) + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return PASSWORD;
    }

    /** As docker-compose.yml does it. */
    @SuppressWarnings("resource") // closed by the shared server
    private static GenericContainer<?> start() {
        GenericContainer<?> container = new GenericContainer<>("mariadb/columnstore:23.02.4")
                .withCreateContainerCmdModifier(command -> command.withHostName(HOST))
                .withSharedMemorySize(SHARED_MEMORY_BYTES)
                .withEnv("PM1", HOST)
                .withEnv("ADMIN_USER", USER)
                .withEnv("ADMIN_PASS", PASSWORD)
                .withCommand("bash", "-c", "provision " + HOST + " & exec start-services")
                .withExposedPorts(PORT)
                .waitingFor(Wait.forSuccessfulCommand("test -f /etc/columnstore/container-provisioned"
                                + " && mariadb -e 'CREATE DATABASE IF NOT EXISTS " + DATABASE
                                + " CHARACTER SET utf8mb4'")
                        .withStartupTimeout(Duration.ofMinutes(3)));
        container.start();
        return container;
    }
}
