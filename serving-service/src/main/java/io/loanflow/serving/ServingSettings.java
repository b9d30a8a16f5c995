package io.loanflow.serving;

import io.loanflow.datasettables.TableEngine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about serving, under {@code loanflow}. Places are files and not paths, since Spring takes a relative path for one inside the web
 * application.
 *
 * @param trackingUri address of the MLflow server
 * @param model data set that is asked where an address names none
 * @param models data sets that are served; empty for all that have a champion in the registry
 * @param modelKeys file of the keys whose models may decide; null to ask for no signature
 * @param publicUrl where clients reach this service
 * @param championPollInterval how often the registry is asked for the champions; above 0
 * @param warmUp longest time that the first model answers this process alone, so that it is fast for its clients; 0 or more
 * @param maxBatchRows most rows in one batch request
 * @param decisions how they are remembered
 * @param database where they are brought
 * @param table which kind of table they lie in
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
        @DefaultValue("10000") @Min(1) int maxBatchRows,
        @Valid @DefaultValue Decisions decisions,
        @Valid @DefaultValue Database database,
        @Valid @DefaultValue Table table) {

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

    /** Whether an answer leaves that is not remembered. */
    public enum Keeping {
        /** None does: predictions are refused while the journal cannot be written. */
        REQUIRED,
        /** One does where the journal cannot be written. */
        BEST_EFFORT,
        /** Nothing is remembered. */
        OFF
    }

    /**
     * How decisions are remembered.
     *
     * @param journalDirectory in which each process has a folder of its own
     * @param segmentSize after which the journal begins another file; above 0
     * @param shipInterval how often decisions are brought into the database; above 0
     */
    public record Decisions(
            @DefaultValue("required") Keeping keeping,
            @DefaultValue("journal") File journalDirectory,
            @DefaultValue("16MB") DataSize segmentSize,
            @DefaultValue("5s") Duration shipInterval) {

        public Decisions {
            if (segmentSize.toBytes() < 1) {
                throw new IllegalArgumentException(
                        "loanflow.decisions.segment-size must be above 0, is " + segmentSize);
            }
            if (shipInterval.isNegative() || shipInterval.isZero()) {
                throw new IllegalArgumentException(
                        "loanflow.decisions.ship-interval must be above 0, is " + shipInterval);
            }
        }
    }

    /** @param url for JDBC */
    public record Database(
            @DefaultValue("jdbc:mariadb://127.0.0.1:3306/loanflow") @NotBlank
            String url,

            @DefaultValue("loanflow") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /** @param engine of each data set's table of decisions */
    public record Table(@DefaultValue("auto") TableEngine engine) {}
}
