package io.loanflow.training;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the training service.
 *
 * @param trackingUri address of the MLflow server
 * @param trackingPublicUri where people reach MLflow, for links; null for the same address
 * @param redisUrl of the Redis that holds the feature batches, with its password
 * @param redisCluster whether that is a node of a cluster
 * @param redisTimeout for connecting to Redis and for an answer of it
 * @param batchSecret that feature batches must be sealed with; null or empty where they are not sealed
 * @param dataDirectory has one directory with a definition for each data set; a file, since Spring takes a relative path
 *     for one inside the web application
 * @param signingKey file of the key that signs models, made where there is none; null for models that are not signed
 * @param modelKeys file of the keys whose models may decide; null to ask for no signature
 * @param threads that grow trees; 0 for one on each processor. The model is the same with any number
 */
@ConfigurationProperties("loanflow")
@Validated
public record TrainingProperties(
        @NotNull @DefaultValue("http://127.0.0.1:5000") URI trackingUri,
        @Nullable URI trackingPublicUri,
        @NotNull @DefaultValue("redis://127.0.0.1:6379") URI redisUrl,
        @DefaultValue("false") boolean redisCluster,

        @NotNull @DurationMin(millis = 100) @DefaultValue("10s")
        Duration redisTimeout,

        @Nullable String batchSecret,

        @NotNull @DefaultValue("data") File dataDirectory,
        @Nullable File signingKey,
        @Nullable File modelKeys,
        @Min(0) @DefaultValue("0") int threads) {

    public TrainingProperties {
        // An empty variable is one that is not set.
        signingKey = signingKey == null || signingKey.getPath().isEmpty() ? null : signingKey;
        modelKeys = modelKeys == null || modelKeys.getPath().isEmpty() ? null : modelKeys;
    }

    public int growingThreads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
