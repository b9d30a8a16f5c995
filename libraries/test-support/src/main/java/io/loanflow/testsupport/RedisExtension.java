package io.loanflow.testsupport;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.Passwords;
import io.loanflow.localservers.RedisServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Redis, shared by all tests of a JVM. */
public final class RedisExtension implements BeforeAllCallback {

    private static final SharedServer<RedisServer> SERVER = new SharedServer<>(
            "redis", directory -> RedisServer.start(directory, FreePort.find(), Passwords.generate()));

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    /** With the password. */
    public String redisUrl() {
        return SERVER.get().url();
    }
}
