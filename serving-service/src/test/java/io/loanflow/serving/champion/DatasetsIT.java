package io.loanflow.serving.champion;

import static io.loanflow.serving.fixture.RunningService.VALID;
import static io.loanflow.serving.fixture.RunningService.json;
import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.localservers.FreePort;
import io.loanflow.localservers.MlflowServer;
import io.loanflow.serving.fixture.LoanRows;
import io.loanflow.serving.fixture.ModelShelf;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.serving.fixture.TenantDefinition;
import io.loanflow.serving.fixture.TrainedModel;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Several data sets in one service, in a registry that holds nothing else. */
class DatasetsIT {

    private static final String TENANT =
            LoanRows.undecided().json(TenantDefinition.DEFINITION).toString();

    @Test
    void everyDataSetWithAChampionIsServedWithoutARestart(@TempDir Path state) {
        try (MlflowServer mlflow = MlflowServer.start(state, FreePort.find())) {
            URI registry = URI.create(mlflow.url());
            try (RunningService service = RunningService.startForAll(registry)) {
                assertThat(service.post("/api/v1/tenants/predictions", TENANT).statusCode())
                        .isEqualTo(404);
                assertThat(service.predict().statusCode()).isEqualTo(503);
                aSecondDataSetIsServedFirst(service, new ModelShelf(registry, "tenants"));
                new ModelShelf(registry, "loan").promote(TrainedModel.small(1).folder(DataOrigin.FILE));
                await().until(() -> service.predict().statusCode() == 200);
                bothAnswerWhatTheyAreAsked(service);
                whatIsNoModelOfOursIsRefusedAlone(service, new ModelShelf(registry, "foreign"));
            }
            try (RunningService again = RunningService.startForAll(registry)) {
                again.awaitReady();
                bothAnswerWhatTheyAreAsked(again);
            }
        }
    }

    private static void aSecondDataSetIsServedFirst(RunningService service, ModelShelf tenants) {
        var version = tenants.register(TrainedModel.ofTenants(1).folder(DataOrigin.FILE));
        await().untilAsserted(() -> {
            HttpResponse<String> answer = service.post("/api/v1/tenants/predictions", TENANT);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(json(answer).path("detail").asString())
                    .isEqualTo("No model is in service: the registry has no model tenants with alias champion;"
                            + " run a pipeline.");
        });
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        tenants.promote(version);
        service.awaitReady();
        assertThat(service.predict().statusCode()).isEqualTo(503);
    }

    private static void bothAnswerWhatTheyAreAsked(RunningService service) {
        JsonNode tenant = json(service.post("/api/v1/tenants/predictions", TENANT));
        assertThat(tenant.at("/model/name").asString()).isEqualTo("tenants");
        assertThat(tenant.path("decision").asString()).endsWith("let");
        JsonNode loan = json(service.post("/api/v1/loan/predictions", VALID));
        assertThat(loan.at("/model/name").asString()).isEqualTo("loan");
        assertThat(loan.path("probability")).isEqualTo(json(service.predict()).path("probability"));
        assertThat(service.post("/api/v1/tenants/predictions", VALID).statusCode())
                .isEqualTo(400);
    }

    private static void whatIsNoModelOfOursIsRefusedAlone(RunningService service, ModelShelf foreign) {
        foreign.promote(foreign.registerWithoutFolder());
        await().until(() -> !json(service.get("/actuator/health"))
                .at("/components/champion/details/foreign/refused")
                .isMissingNode());
        assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(service.post("/api/v1/foreign/predictions", VALID).statusCode())
                .isEqualTo(503);
        HttpResponse<String> unknown = service.post("/api/v1/heart/predictions", VALID);
        assertThat(json(unknown).path("detail").asString())
                .isEqualTo("No data set of this name is served here; there are foreign, loan, tenants.");
    }
}
