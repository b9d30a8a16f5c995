package io.loanflow.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.ServerProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortOwnerTest {

    @Test
    void aBusyPortIsReportedWithItsOwnerAndItsSetting() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = socket.getLocalPort();
            StackConfiguration configuration =
                    StackConfiguration.of(Map.of("LOANFLOW_MLFLOW_PORT", Integer.toString(port)), true);

            assertThatThrownBy(() -> BusyPorts.check(List.of(mlflow()), configuration))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + port + ", which mlflow needs, is taken by process "
                            + ProcessHandle.current().pid() + " (")
                    .hasMessageContaining("set LOANFLOW_MLFLOW_PORT to another port")
                    .hasMessageContaining("--free-ports");
        }
    }

    @Test
    void aFreePortHasNoOwner() {
        assertThat(PortOwner.of(FreePort.find())).isEmpty();
        BusyPorts.check(List.of(mlflow()), StackConfiguration.of(Map.of(), true));
    }

    private static Component mlflow() {
        return new Component(
                "mlflow",
                List.of(Port.MLFLOW),
                "",
                List.of(),
                Duration.ofSeconds(1),
                1,
                () -> new ServerProcess("mlflow", 1, Instant.EPOCH, Path.of("log")),
                () -> () -> true);
    }
}
