package io.loanflow.localstack.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.release.RollbackRequest;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PipelineClientTest {

    @Test
    @Timeout(30)
    void whereNothingListensTheRemedyIsSaid() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        isRefused(port);
    }

    @Test
    @Timeout(30)
    void aServerThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            isRefused(mute.getLocalPort());
        }
    }

    @Test
    @Timeout(30)
    void aRollbackIsRefusedInTheSameWords() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RollbackClient client = new RollbackClient(
                        "127.0.0.1:" + mute.getLocalPort(), new RunLinks(null, "default", "http://127.0.0.1"))) {
            assertThatThrownBy(() -> client.rollBack(new RollbackRequest("loan", null, "bad")))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining(
                            "No rollback was started: Temporal does not answer at 127.0.0.1:" + mute.getLocalPort());
        }
    }

    private static void isRefused(int port) {
        try (PipelineClient client = new PipelineClient("127.0.0.1:" + port, "default")) {
            assertThatThrownBy(() -> client.start(PipelineRequest.of("loan")))
                    .isInstanceOf(RunFailedException.class)
                    .hasMessageContaining("Temporal does not answer at 127.0.0.1:" + port)
                    .hasMessageContaining("loanflow up");
        }
    }
}
