package io.loanflow.ingestion;

import io.loanflow.datasettables.TableEngine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about ingestion, under {@code loanflow}. Places are files and not paths, since Spring takes a relative path
 * for one inside the web application.
 *
 * @param dataDirectory has one directory with a definition for each data set
 * @param filesDirectory paths in requests are relative to it and may not lead out of it; uploads lie in it while they are loaded
 * @param dataFile used by every run that names no file; null to use each data set's own source
 * @param cacheDirectory for downloaded and generated files
 * @param publicUrl where people reach this service
 * @param trackingUri address of the MLflow server
 * @param inboxInterval from one look into the data sets' inboxes to the next; a file is taken at the second look that finds it unchanged
 * @param maxUpload largest file that is taken over HTTP
 * @param maxDownload largest file that is downloaded
 */
@Validated
@ConfigurationProperties("loanflow")
public record IngestionSettings(
        @NotNull @DefaultValue("data") File dataDirectory,
        @NotNull @DefaultValue("files") File filesDirectory,
        @Nullable File dataFile,
        @NotNull File cacheDirectory,

        @NotNull @DefaultValue("http://127.0.0.1:8081") URI publicUrl,

        @NotNull @DefaultValue("http://127.0.0.1:5000") URI trackingUri,

        @NotNull @DurationMin(millis = 100) @DefaultValue("10s")
        Duration inboxInterval,

        @NotNull @DefaultValue("1GB") DataSize maxUpload,
        @NotNull @DefaultValue("1GB") DataSize maxDownload,
        @Valid @DefaultValue Table table) {

    public IngestionSettings {
        // An empty variable is one that is not set.
        dataFile = dataFile == null || dataFile.getPath().isEmpty() ? null : dataFile;
        requirePositive("max-upload", maxUpload);
        requirePositive("max-download", maxDownload);
    }

    /** @param engine of each data set's big table */
    public record Table(@NotNull @DefaultValue("auto") TableEngine engine) {}

    private static void requirePositive(String name, DataSize size) {
        if (size.toBytes() < 1) {
            throw new IllegalArgumentException("loanflow." + name + " must be above 0, is " + size);
        }
    }
}
