package io.loanflow.testsupport;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real MLflow server, shared by all tests of a JVM. */
public final class MlflowExtension implements BeforeAllCallback {

    private static final SharedServer<MlflowServer> SERVER =
            new SharedServer<>("mlflow", directory -> MlflowServer.start(directory, FreePort.find()));

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    public URI trackingUri() {
        return URI.create(SERVER.get().url());
    }
}
