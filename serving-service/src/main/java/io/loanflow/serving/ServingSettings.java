package io.loanflow.serving;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about serving, under {@code loanflow}.
 *
 * @param trackingUri address of the MLflow server
 * @param model data set that is asked where an address names none
 * @param models data sets that are served; empty for all that have a champion in the registry
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
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue("500ms") Duration championPollInterval,
        @DefaultValue("10s") Duration warmUp,
        @DefaultValue("10000") @Min(1) int maxBatchRows) {

    public ServingSettings {
        models = List.copyOf(models);
        if (championPollInterval.isNegative() || championPollInterval.isZero()) {
            throw new IllegalArgumentException(
                    "loanflow.champion-poll-interval must be above 0, is " + championPollInterval);
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("loanflow.warm-up must be 0 or more, is " + warmUp);
        }
    }
}
