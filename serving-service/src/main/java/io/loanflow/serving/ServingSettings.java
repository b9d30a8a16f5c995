package io.loanflow.serving;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about serving, under {@code loanflow}.
 *
 * @param trackingUri address of the MLflow server
 * @param model registered model whose champion is served
 * @param publicUrl where clients reach this service
 * @param championPollInterval how often the registry is asked for the champion; above 0
 * @param maxBody largest request body that is read; above 0
 * @param maxBatchRows most applications in one batch request
 */
@Validated
@ConfigurationProperties("loanflow")
public record ServingSettings(
        @DefaultValue("http://127.0.0.1:5000") URI trackingUri,
        @DefaultValue("loan") @NotBlank String model,
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue("500ms") Duration championPollInterval,
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("10000") @Min(1) int maxBatchRows) {

    public ServingSettings {
        if (championPollInterval.isNegative() || championPollInterval.isZero()) {
            throw new IllegalArgumentException(
                    "loanflow.champion-poll-interval must be above 0, is " + championPollInterval);
        }
        if (maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("loanflow.max-body must be from 1B to 1GB, is " + maxBody);
        }
    }
}
