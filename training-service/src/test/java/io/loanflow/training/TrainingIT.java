package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.pipeline.DataOrigin;
import io.loanflow.contracts.pipeline.DatasetRef;
import io.loanflow.contracts.pipeline.FeatureBatches;
import io.loanflow.contracts.pipeline.PipelineRun;
import io.loanflow.contracts.pipeline.PreprocessingSettings;
import io.loanflow.contracts.pipeline.PromotionRequest;
import io.loanflow.contracts.pipeline.PromotionResult;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.contracts.pipeline.TrainingSettings;
import io.loanflow.contracts.pipeline.Verdict;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.testsupport.RedisExtension;
import io.loanflow.training.fixture.EncodedTable;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.promotion.Promotion;
import io.loanflow.training.run.ModelTraining;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The published loan data, real Redis and MLflow. */
class TrainingIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    private static final PipelineRun RUN = new PipelineRun("pipeline-loan", "run-1");

    private static ConfigurableApplicationContext service;
    private static TrainingRequest request;

    @BeforeAll
    static void prepare() throws IOException {
        EncodedTable table = EncodedTable.of(LoanTable.published(), PreprocessingSettings.DEFAULTS);
        service = new SpringApplicationBuilder(TrainingApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.temporal.start-workers=false",
                        "--loanflow.tracking-uri=" + MLFLOW.trackingUri(),
                        "--loanflow.redis-url=" + REDIS.redisUrl(),
                        "--loanflow.data-directory=" + LoanTable.DIRECTORY);
        FeatureBatches batches = table.write(service.getBean(FeatureBatchCache.class), "published");
        DatasetRef load = new DatasetRef(
                "loan", 1, 1, batches.trainRows() + batches.testRows(), "ab".repeat(32), DataOrigin.FILE);
        request = new TrainingRequest(load, batches, PreprocessingSettings.DEFAULTS, TrainingSettings.DEFAULTS, RUN);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void trainsAGoodModelOnceAndMakesItChampion() {
        ModelTraining training = service.getBean(ModelTraining.class);
        TrainingResult result = training.train(request, progress -> {});
        assertThat(result.metrics().accuracy()).isGreaterThanOrEqualTo(0.92);
        assertThat(result.metrics().rocAuc()).isGreaterThanOrEqualTo(0.97);
        TrainingResult again = training.train(request, progress -> {});
        assertThat(again.alreadyTrained()).isTrue();
        assertThat(again.model()).isEqualTo(result.model());
        assertThat(again.metrics()).isEqualTo(result.metrics());
        PromotionResult promotion =
                service.getBean(Promotion.class).promote(new PromotionRequest(result.model(), request.batches(), RUN));
        assertThat(promotion.verdict()).isEqualTo(Verdict.PROMOTED);
    }
}
