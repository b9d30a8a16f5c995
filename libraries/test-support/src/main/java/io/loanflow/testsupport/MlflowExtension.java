package io.loanflow.testsupport;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.localservers.PythonTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real MLflow server, shared by all tests of a JVM. */
public final class MlflowExtension implements BeforeAllCallback {

    private static final AtomicReference<Path> DATABASE = new AtomicReference<>();

    private static final String DELETE_METRIC = """
            import sqlite3, sys
            database, run, name = sys.argv[1:]
            store = sqlite3.connect(database, timeout=60)
            for table in "metrics", "latest_metrics":
                store.execute(f"delete from {table} where run_uuid = ? and key = ?", (run, name))
            store.commit()
            """;

    private static final SharedServer<MlflowServer> SERVER = new SharedServer<>("mlflow", directory -> {
        DATABASE.set(directory.resolve("mlflow.db"));
        return MlflowServer.start(directory, FreePort.find());
    });

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    public URI trackingUri() {
        return URI.create(SERVER.get().url());
    }

    /** Takes a metric away from a run in the server's own database: no call of MLflow's does it. */
    public void loseMetric(String runId, String name) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        PythonTools.python().toString(),
                        "-c",
                        DELETE_METRIC,
                        String.valueOf(DATABASE.get()),
                        runId,
                        name)
                .inheritIO()
                .start();
        if (python.waitFor() != 0) {
            throw new IOException("cannot take " + name + " away from run " + runId);
        }
    }
}
