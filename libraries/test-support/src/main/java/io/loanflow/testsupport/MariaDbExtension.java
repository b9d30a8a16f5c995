package io.loanflow.testsupport;

import io.loanflow.localservers.DatabaseAccount;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MariaDbServer;
import io.loanflow.localservers.Passwords;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real MariaDB, shared by all tests of a JVM: a test that needs an empty table makes or empties it. */
public final class MariaDbExtension implements BeforeAllCallback {

    private static final SharedServer<MariaDbServer> SERVER = new SharedServer<>(
            "mariadb", directory -> MariaDbServer.start(directory, FreePort.find(), Passwords.generate()));

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    public String jdbcUrl() {
        return SERVER.get().url();
    }

    public String user() {
        return SERVER.get().user();
    }

    public String password() {
        return SERVER.get().password();
    }

    /** Of a service's own account. */
    public String password(DatabaseAccount account) {
        return SERVER.get().password(account);
    }
}
