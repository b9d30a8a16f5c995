package io.loanflow.testsupport;

import io.loanflow.localservers.Passwords;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.containers.GenericContainer;

/** The Redis of docker-compose.yml, shared by all tests of a JVM. For tests that are {@link InContainers}. */
public final class RedisContainerExtension implements BeforeAllCallback {

    private static final String PASSWORD = Passwords.generate();
    private static final int PORT = 6379;

    private static final SharedServer<GenericContainer<?>> SERVER = new SharedServer<>("redis", directory -> start());

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    /** With the password. */
    public String redisUrl() {
        return "redis://:" + PASSWORD + "@" + SERVER.get().getHost() + ":"
                + SERVER.get().getMappedPort(PORT);
    }

    @SuppressWarnings("resource") // closed by the shared server
    private static GenericContainer<?> start() {
        GenericContainer<?> container = new GenericContainer<>("redis:7-bookworm")
                .withCommand("redis-server", "--requirepass", PASSWORD, "--save", "")
                .withExposedPorts(PORT);
        container.start();
        return container;
    }
}
