package io.loanflow.serving.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.testsupport.AccessCheck;
import io.loanflow.testsupport.MlflowExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AccessIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    private Path directory;

    /** Ready, so the model has answered its warm-up without a key. */
    @Test
    void everyOperationAnswersWhomTheTableAllows() throws IOException {
        AccessCheck check = new AccessCheck();
        ModelShelf shelf = new ModelShelf(MLFLOW.trackingUri());
        shelf.promote(TrainedModel.small(1).folder(DataOrigin.SYNTHETIC));
        try (RunningService service = RunningService.start(
                MLFLOW.trackingUri(), shelf.name(), "--loanflow.login.keys=" + check.write(directory))) {
            service.awaitReady();

            assertThat(check.check("serving-service", service.base())).isGreaterThan(6);
        }
    }
}
