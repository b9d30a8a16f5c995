package io.loanflow.monitoring;

import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about monitoring, under {@code loanflow}. Places are files and not paths, since Spring takes a relative path
 * for one inside the web application.
 *
 * @param dataDirectory has one directory with a definition for each data set
 * @param publicUrl where people reach this service
 * @param trackingUri address of the MLflow server
 * @param modelKeys file of the keys whose models are trusted; null to ask for no signature
 * @param watchInterval how often ended windows are looked for; above 0
 * @param refusedInputRetention how long counts of refused rows are kept; from 2 days, longer than the longest window by time, to 3650
 * @param alertWebhook is told of alarms; null for nobody
 * @param alertSecret what is sent to it is signed with; empty for no signature
 */
@Validated
@ConfigurationProperties("loanflow")
public record MonitoringSettings(
        @NotNull @DefaultValue("data") File dataDirectory,

        @NotNull @DefaultValue("http://127.0.0.1:8085") URI publicUrl,

        @NotNull @DefaultValue("http://127.0.0.1:5000") URI trackingUri,

        @Nullable File modelKeys,
        @NotNull @DefaultValue("1m") Duration watchInterval,
        @NotNull @DefaultValue("365d") Duration refusedInputRetention,
        @Nullable URI alertWebhook,
        @NotNull @DefaultValue("") String alertSecret) {

    private static final Duration LEAST_RETENTION = Duration.ofDays(2);
    private static final Duration LONGEST_RETENTION = Duration.ofDays(3650);

    public MonitoringSettings {
        // An empty variable is one that is not set.
        modelKeys = modelKeys == null || modelKeys.getPath().isEmpty() ? null : modelKeys;
        alertWebhook = alertWebhook == null || alertWebhook.toString().isEmpty() ? null : alertWebhook;
        if (alertWebhook != null && !String.valueOf(alertWebhook.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("loanflow.alert-webhook must be an http or https address");
        }
        if (watchInterval.isNegative() || watchInterval.isZero()) {
            throw new IllegalArgumentException("loanflow.watch-interval must be above 0, is " + watchInterval);
        }
        if (refusedInputRetention.compareTo(LEAST_RETENTION) < 0
                || refusedInputRetention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("loanflow.refused-input-retention must be from "
                    + LEAST_RETENTION.toDays() + "d to " + LONGEST_RETENTION.toDays() + "d, is "
                    + refusedInputRetention);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "MonitoringSettings[dataDirectory=" + dataDirectory + ", publicUrl=" + publicUrl + ", trackingUri="
                + trackingUri + ", modelKeys=" + modelKeys + ", watchInterval=" + watchInterval
                + ", refusedInputRetention=" + refusedInputRetention + ", alertWebhook=" + alertWebhook + "]";
    }
}
