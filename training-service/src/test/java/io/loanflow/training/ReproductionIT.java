package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.reproduction.ReproductionAttempt;
import io.loanflow.contracts.reproduction.ReproductionPlan;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.RunContent;
import io.loanflow.training.fixture.RunningService;
import io.loanflow.training.promotion.VersionUnavailableException;
import io.loanflow.training.reproduction.VersionReproduction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Redis and MLflow. */
class ReproductionIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    @TempDir
    static Path definitions;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(MLFLOW.trackingUri(), REDIS.redisUrl(), definitions);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forest", "boosting"})
    void aVersionComesOutTheSameWhateverTheDataSetSaysMeanwhile(String family) throws IOException {
        String dataset = "again_" + family;
        TrainingRequest request = prepare(dataset, new TrainingSettings(family, Map.of()).withTrees(12));
        TrainingResult made = service.train(request);
        // What is left out in a request is the data set's own, and that may change.
        Files.writeString(
                definitions.resolve(dataset).resolve("training.yaml"),
                "family: boosting\nparameters: {trees: 99, numLeaves: 5, learningRate: 0.5}\n");

        ReproductionPlan plan = plan(dataset, made.model().version());
        ReproductionResult result = again(plan, request);

        assertThat(plan.version()).isEqualTo(made.model());
        assertThat(plan.rows().load()).isEqualTo(request.load());
        assertThat(plan.settings().family()).isEqualTo(family);
        assertThat(result.equal()).isTrue();
        assertThat(result.differences()).isEmpty();
        assertThat(service.bean(ModelRegistry.class).versions(dataset)).hasSize(1);
    }

    @Test
    void whatDiffersIsNamed() throws IOException {
        TrainingRequest request = prepare("changed", TrainingSettings.of(10, 1));
        TrainingResult made = service.train(request);
        TrainingRequest others =
                service.prepare("changed", new PreprocessingSettings(0.4, 9), TrainingSettings.DEFAULTS);
        MlflowRuns runs = service.bean(MlflowRuns.class);
        runs.log(
                runs.run(made.model().runId()),
                new RunContent(Map.of(), Map.of(), Map.of("mlflow.source.git.commit", "abc")));

        ReproductionResult result = again(plan("changed", made.model().version()), others);

        assertThat(result.equal()).isFalse();
        assertThat(result.differences())
                .extracting(ReproductionResult.Difference::what)
                .contains("trees", "prepared rows", "code");
        assertThat(result.differences().get(0).recorded())
                .isEqualTo(made.model().digest());
    }

    @Test
    void otherCodeAloneIsToldOfAnEqualModel() throws IOException {
        TrainingRequest request = prepare("moved_on", TrainingSettings.of(10, 1));
        TrainingResult made = service.train(request);
        MlflowRuns runs = service.bean(MlflowRuns.class);
        runs.log(
                runs.run(made.model().runId()),
                new RunContent(Map.of(), Map.of(), Map.of("mlflow.source.git.commit", "abc")));

        ReproductionResult result = again(plan("moved_on", made.model().version()), request);

        assertThat(result.equal()).isTrue();
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.what()).isEqualTo("code");
            assertThat(difference.recorded()).isEqualTo("abc");
        });
    }

    @Test
    void aVersionThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> plan("nothing", 4))
                .isInstanceOf(VersionUnavailableException.class)
                .hasMessageContaining("model nothing has no version 4");
    }

    private static TrainingRequest prepare(String dataset, TrainingSettings settings) throws IOException {
        return service.prepare(dataset, PreprocessingSettings.DEFAULTS, settings);
    }

    private static ReproductionPlan plan(String dataset, int version) {
        return service.bean(VersionReproduction.class)
                .plan(new VersionRequest(dataset, version, new PipelineRun("reproduction", "run-1")));
    }

    private static ReproductionResult again(ReproductionPlan plan, TrainingRequest request) {
        return service.bean(VersionReproduction.class)
                .trainAgain(new ReproductionAttempt(plan, request.batches()), progress -> {});
    }
}
