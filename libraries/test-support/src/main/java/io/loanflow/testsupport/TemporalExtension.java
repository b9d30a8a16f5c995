package io.loanflow.testsupport;

import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.TemporalServer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real Temporal server that knows the pipeline's search attributes, shared by all tests of a JVM. */
public final class TemporalExtension implements BeforeAllCallback {

    private static final SharedServer<TemporalServer> SERVER = new SharedServer<>(
            "temporal",
            directory -> TemporalServer.start(
                    directory, FreePort.find(), FreePort.find(), PipelineSearchAttributes.declarations()));

    @Override
    public void beforeAll(ExtensionContext context) {
        SERVER.get();
    }

    /** Host and port of the service. */
    public String address() {
        return SERVER.get().address();
    }
}
