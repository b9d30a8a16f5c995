package io.loanflow.worker;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the workflow worker.
 *
 * @param dataDirectory has one directory with a definition for each data set; a file, since Spring takes a relative path
 *     for one inside the web application
 * @param scheduleCron when the daily schedules run, once somebody unpauses them; five fields, as Temporal reads them
 * @param scheduleTimeZone of {@code scheduleCron}
 * @param monitoringInterval from one look at a data set's decisions to the next, of schedules that are not there yet
 * @param setupRetryInterval pause between attempts to set up the Temporal server while it does not answer
 */
@ConfigurationProperties("loanflow")
@Validated
public record WorkerProperties(
        @NotNull @DefaultValue("data") File dataDirectory,
        @NotBlank @DefaultValue("0 3 * * *") String scheduleCron,
        @NotNull @DefaultValue("UTC") ZoneId scheduleTimeZone,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("5m")
        Duration monitoringInterval,

        @NotNull @DurationMin(millis = 100) @DefaultValue("2s")
        Duration setupRetryInterval) {}
