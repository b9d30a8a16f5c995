package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.tracking.TrackingException;
import io.loanflow.training.fixture.FailingProxy;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.run.ModelTraining;
import io.temporal.client.ActivityCanceledException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** MLflow dies at every single request, once for each; retries end as if nothing had happened. */
class TrainingRetryIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final String NAME = "retried";
    /** Far more requests than a training makes. */
    private static final int PLENTY = 500;

    @TempDir
    Path definitions;

    @Test
    void retriesEndWithOneRunOneVersionAndOneChampion() throws Exception {
        try (FailingProxy mlflow = new FailingProxy(MLFLOW.trackingUri());
                RunningService service = RunningService.start(mlflow.uri(), REDIS.redisUrl(), definitions)) {
            TrainingRequest request = service.prepare(NAME, PreprocessingSettings.DEFAULTS, TrainingSettings.of(3, 1));

            TrainingResult result = untilItWorks(mlflow, () -> service.train(request));
            PromotionResult promotion = untilItWorks(mlflow, () -> service.promote(request, result, "run-1"));

            mlflow.dieAfter(PLENTY);
            assertThat(promotion.verdict()).isEqualTo(Verdict.PROMOTED);
            assertOneOfEach(service, result);
            TrainingResult again = service.train(request);
            assertThat(again.alreadyTrained()).isTrue();
            assertThat(again.model()).isEqualTo(result.model());
            assertThat(again.metrics()).isEqualTo(result.metrics());
        }
    }

    @Test
    void aTrainingThatEndsBadlySaysSoUntilAnotherAttemptGoesOn() throws Exception {
        try (RunningService service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions)) {
            TrainingRequest request =
                    service.prepare("abandoned", PreprocessingSettings.DEFAULTS, TrainingSettings.of(3, 1));
            ModelTraining training = service.bean(ModelTraining.class);

            assertThatThrownBy(() -> training.train(request, stoppedAt(new ActivityCanceledException())))
                    .isInstanceOf(ActivityCanceledException.class);
            assertThat(statusOf("abandoned", service)).isEqualTo("KILLED");
            assertThat(service.bean(ModelRegistry.class).byAlias("abandoned", ModelRegistry.CHALLENGER))
                    .isEmpty();

            assertThatThrownBy(() -> training.train(request, stoppedAt(new IllegalStateException("broken"))))
                    .hasMessage("broken");
            assertThat(statusOf("abandoned", service)).isEqualTo("FAILED");

            TrainingResult result = service.train(request);
            assertThat(statusOf("abandoned", service)).isEqualTo("FINISHED");
            assertThat(ask("runs/get?run_id=" + result.model().runId())
                            .at("/run/info/run_name")
                            .asString())
                    .matches("abandoned version 1, AUC 0\\.\\d{4}");
        }
    }

    private static Consumer<RowProgress> stoppedAt(RuntimeException end) {
        return progress -> {
            if (progress.unit().equals("trees")) {
                throw end;
            }
        };
    }

    private static String statusOf(String dataset, RunningService service) throws Exception {
        String experiment = service.bean(MlflowRuns.class).experiment(dataset);
        JsonNode runs = ask("runs/search", "{\"experiment_ids\": [\"" + experiment + "\"]}")
                .path("runs");
        assertThat(runs).hasSize(1);
        return runs.at("/0/info/status").asString();
    }

    private static void assertOneOfEach(RunningService service, TrainingResult result) throws Exception {
        MlflowRuns runs = service.bean(MlflowRuns.class);
        TrackedRun run = runs.run(result.model().runId());
        assertThat(run.finished()).isTrue();
        assertThat(ask("runs/search", "{\"experiment_ids\": [\"" + run.experimentId() + "\"]}")
                        .path("runs"))
                .hasSize(1);
        assertThat(ask("logged-models/search", "{\"experiment_ids\": [\"" + run.experimentId() + "\"]}")
                        .path("models"))
                .hasSize(1);
        assertThat(result.model().version()).isEqualTo(1);
        ModelRegistry registry = service.bean(ModelRegistry.class);
        assertThat(registry.byAlias(NAME, ModelRegistry.CHALLENGER)
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(registry.byAlias(NAME, ModelRegistry.CHAMPION).orElseThrow().tags())
                .containsEntry("gate_verdict", "PROMOTED");
    }

    private static JsonNode ask(String call) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(MLFLOW.trackingUri() + "/api/2.0/mlflow/" + call))
                .build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    private static JsonNode ask(String call, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(MLFLOW.trackingUri() + "/api/2.0/mlflow/" + call))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    /** The n-th attempt gets one request further than the one before. */
    private static <R> R untilItWorks(FailingProxy mlflow, Supplier<R> work) {
        for (int requests = 0; requests < PLENTY; requests++) {
            mlflow.dieAfter(requests);
            try {
                R result = work.get();
                assertThat(requests).as("requests of the attempt that worked").isPositive();
                return result;
            } catch (TrackingException e) {
                assertThat(mlflow.left()).isNegative();
            }
        }
        throw new AssertionError("it never worked");
    }
}
