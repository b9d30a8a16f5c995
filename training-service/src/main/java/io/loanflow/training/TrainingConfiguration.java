package io.loanflow.training;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.RedisConnection;
import io.loanflow.model.signature.FolderSigner;
import io.loanflow.model.signature.TrustedKeys;
import io.loanflow.tracking.LoggedModels;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.worker.WorkerOptions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.UnifiedJedis;

/** Makes beans of the classes that know no Spring. */
@Configuration
@EnableConfigurationProperties(TrainingProperties.class)
class TrainingConfiguration {

    @Bean
    DatasetCatalog datasetCatalog(TrainingProperties properties) {
        return new DatasetCatalog(properties.dataDirectory().toPath());
    }

    @Bean
    TrustedKeys trustedKeys(TrainingProperties properties) {
        return TrustedKeys.of(path(properties.modelKeys()));
    }

    @Bean
    FolderSigner folderSigner(TrainingProperties properties, TrustedKeys trusted) {
        FolderSigner signer = FolderSigner.of(path(properties.signingKey()));
        signer.introduce(trusted);
        return signer;
    }

    private static @Nullable Path path(@Nullable File file) {
        return file == null ? null : file.toPath();
    }

    @Bean
    UnifiedJedis redis(TrainingProperties properties) {
        return RedisConnection.open(properties.redisUrl(), properties.redisCluster(), properties.redisTimeout());
    }

    @Bean
    FeatureBatchCache featureBatchCache(UnifiedJedis redis, TrainingProperties properties) {
        return new FeatureBatchCache(redis, BatchSeal.of(properties.batchSecret()));
    }

    /** Heartbeats bring back word of a cancellation; the SDK's own pace is most of the heartbeat time-out. */
    @Bean
    TemporalOptionsCustomizer<WorkerOptions.Builder> heartbeatsEverySecond() {
        return options -> options.setMaxHeartbeatThrottleInterval(Duration.ofSeconds(1));
    }

    @Bean
    MlflowRuns mlflowRuns(TrainingProperties properties) {
        return new MlflowRuns(properties.trackingUri(), properties.trackingPublicUri());
    }

    @Bean
    MlflowArtifacts mlflowArtifacts(TrainingProperties properties) {
        return new MlflowArtifacts(properties.trackingUri());
    }

    @Bean
    ModelRegistry modelRegistry(TrainingProperties properties) {
        return new ModelRegistry(properties.trackingUri());
    }

    @Bean
    LoggedModels loggedModels(TrainingProperties properties) {
        return new LoggedModels(properties.trackingUri());
    }
}
