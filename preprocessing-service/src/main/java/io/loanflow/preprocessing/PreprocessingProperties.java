package io.loanflow.preprocessing;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the preprocessing service, under {@code loanflow}.
 *
 * @param redisUrl {@code redis://[user]:password@host:port[/database]}, or {@code rediss://} for TLS
 * @param redisCluster whether that is a node of a cluster
 * @param redisTimeout for connecting to Redis and for an answer of it
 * @param batchSecret that seals batches; null or empty where they are not sealed
 * @param timeToLive of batches in Redis, counted from when they were last made or found
 * @param maxPreparations loads worked on at the same time
 */
@ConfigurationProperties("loanflow")
@Validated
public record PreprocessingProperties(
        @NotNull @DefaultValue("redis://127.0.0.1:6379") URI redisUrl,
        @DefaultValue("false") boolean redisCluster,

        @NotNull @DurationMin(millis = 100) @DefaultValue("10s")
        Duration redisTimeout,

        @Nullable String batchSecret,

        @NotNull @DurationMin(minutes = 1) @DefaultValue("7d")
        Duration timeToLive,

        @Min(1) @DefaultValue("2") int maxPreparations) {}
