package io.loanflow.serving.champion;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.folder.FolderPlace;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.signature.FolderSigner;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.RegisteredModelVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whoever may write to MLflow's artifacts and registry, and to nothing else, changes no decision. */
class SignedModelsIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);

    @TempDir
    private Path directory;

    @Test
    void onlyWhatATrustedKeySignedComesIntoService() {
        Path keys = directory.resolve("keys");
        FolderSigner signer = FolderSigner.of(directory.resolve("key.pem"));
        signer.introduce(TrustedKeys.of(keys));
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        RegisteredModelVersion signed = shelf.register(FOLDER, signer);
        shelf.promote(signed);
        try (RunningService service =
                RunningService.start(MLFLOW.trackingUri(), shelf.name(), "--loanflow.model-keys=" + keys)) {
            service.awaitVersion(signed.version(), Duration.ofMinutes(1));

            RegisteredModelVersion unsigned = shelf.promote(FOLDER);
            awaitRefusal(service, "is not signed");

            RegisteredModelVersion lenient = shelf.register(FOLDER, signer);
            shelf.replace(lenient, ModelFolder.FACTS, withThreshold("0.01"));
            shelf.promote(lenient);
            awaitRefusal(service, ModelFolder.FACTS + " is not what was signed");

            RegisteredModelVersion foreign = shelf.register(FOLDER, FolderSigner.of(directory.resolve("stranger.pem")));
            shelf.promote(foreign);
            awaitRefusal(service, "does not trust");

            assertThat(unsigned.version()).isNotEqualTo(signed.version());
            service.awaitVersion(signed.version(), Duration.ofSeconds(5));
        }
    }

    private static byte[] withThreshold(String threshold) {
        return new String(
                        FOLDER.files(new FolderPlace("model", "0f5e", Instant.EPOCH))
                                .get(ModelFolder.FACTS),
                        StandardCharsets.UTF_8)
                .replaceFirst("\"threshold\":[0-9.E-]+", "\"threshold\":" + threshold)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void awaitRefusal(RunningService service, String reason) {
        await().until(() -> service.get("/actuator/health").body().contains(reason));
    }
}
