package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalServerIT {

    @TempDir
    Path directory;

    @Test
    void searchAttributesAreKnownAndTheServerCanBeRestarted() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (TemporalServer server = TemporalServer.start(
                    directory, FreePort.find(), FreePort.find(), List.of("LoanflowTest=Keyword"))) {
                assertThat(searchAttributes(server)).contains("LoanflowTest");
            }
        }
    }

    private static String searchAttributes(TemporalServer server) throws Exception {
        Process list = new ProcessBuilder(
                        PythonTools.temporal().toString(),
                        "operator",
                        "search-attribute",
                        "list",
                        "--address",
                        server.address())
                .redirectErrorStream(true)
                .start();
        return new String(list.getInputStream().readAllBytes());
    }
}
