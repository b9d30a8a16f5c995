package io.loanflow.monitoring;

import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.net.URI;
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
 */
@Validated
@ConfigurationProperties("loanflow")
public record MonitoringSettings(
        @NotNull @DefaultValue("data") File dataDirectory,

        @NotNull @DefaultValue("http://127.0.0.1:8085") URI publicUrl,

        @NotNull @DefaultValue("http://127.0.0.1:5000") URI trackingUri) {}
