package io.loanflow.localservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MlflowServerIT {

    @TempDir
    Path directory;

    @Test
    void artifactsAreKeptAndThePortIsFreeAfterwards() throws Exception {
        int port = FreePort.find();
        HttpClient client = HttpClient.newHttpClient();
        try (MlflowServer server = MlflowServer.start(directory, port)) {
            URI artifact = URI.create(server.url() + "/api/2.0/mlflow-artifacts/artifacts/0/run/artifacts/note.txt");
            client.send(
                    HttpRequest.newBuilder(artifact)
                            .PUT(HttpRequest.BodyPublishers.ofString("kept"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());

            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(artifact).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo("kept");
        }
        assertThat(FreePort.isFree(port)).isTrue();
    }
}
