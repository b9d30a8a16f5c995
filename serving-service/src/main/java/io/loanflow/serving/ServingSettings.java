package io.loanflow.serving;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about serving, under {@code loanflow}.
 *
 * @param trackingUri address of the MLflow server
 * @param model data set that is asked where an address names none
 * @param models data sets that are served; empty for all that have a champion in the registry
 * @param modelKeys file of the keys whose models may decide; null to ask for no signature
 * @param publicUrl where clients reach this service
 * @param championPollInterval how often the registry is asked for the champions; above 0
 * @param warmUp longest time that the first model answers this process alone, so that it is fast for its clients; 0 or more
 * @param maxBatchRows most rows in one batch request
 */
@Validated
@ConfigurationProperties("loanflow")
public record ServingSettings(
        @DefaultValue("http://127.0.0.1:5000") URI trackingUri,
        @DefaultValue("loan") @NotBlank String model,
        @DefaultValue List<@NotBlank String> models,
        @Nullable File modelKeys,

        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue("500ms") Duration championPollInterval,
        @DefaultValue("10s") Duration warmUp,
        @DefaultValue("10000") @Min(1) int maxBatchRows) {

    public ServingSettings {
        models = List.copyOf(models);
        // An empty variable is one that is not set.
        modelKeys = modelKeys == null || modelKeys.getPath().isEmpty() ? null : modelKeys;
        if (championPollInterval.isNegative() || championPollInterval.isZero()) {
            throw new IllegalArgumentException(
                    "loanflow.champion-poll-interval must be above 0, is " + championPollInterval);
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("loanflow.warm-up must be 0 or more, is " + warmUp);
        }
    }
}
