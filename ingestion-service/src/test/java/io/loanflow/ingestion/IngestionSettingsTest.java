package io.loanflow.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class IngestionSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.withPropertyValues("loanflow.cache-directory=/cache")
                .run(context -> assertThat(context.getBean(IngestionSettings.class))
                        .isEqualTo(new IngestionSettings(
                                new File("data"),
                                new File("files"),
                                null,
                                new File("/cache"),
                                URI.create("http://127.0.0.1:8081"),
                                URI.create("http://127.0.0.1:5000"),
                                Duration.ofSeconds(10),
                                DataSize.ofGigabytes(1),
                                DataSize.ofGigabytes(1),
                                new IngestionSettings.Table(TableEngine.AUTO))));
    }

    @Test
    void theApplicationsOwnConfigurationMeansTheDefaults() {
        runner.withInitializer(new ConfigDataApplicationContextInitializer())
                // The environment of a test may name a file.
                .withPropertyValues("LOANFLOW_DATA=")
                .run(context -> assertThat(context.getBean(IngestionSettings.class))
                        .isEqualTo(new IngestionSettings(
                                new File("data"),
                                new File("files"),
                                null,
                                new File(System.getProperty("user.home"), ".cache/loanflow"),
                                URI.create("http://127.0.0.1:8081"),
                                URI.create("http://127.0.0.1:5000"),
                                Duration.ofSeconds(10),
                                DataSize.ofGigabytes(1),
                                DataSize.ofGigabytes(1),
                                new IngestionSettings.Table(TableEngine.AUTO))));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.data-directory=/definitions",
                        "loanflow.files-directory=/inbox",
                        "loanflow.data-file=/loans.csv",
                        "loanflow.cache-directory=/cache",
                        "loanflow.public-url=https://ingestion.example",
                        "loanflow.tracking-uri=https://mlflow.example",
                        "loanflow.inbox-interval=3s",
                        "loanflow.max-upload=2MB",
                        "loanflow.max-download=3MB",
                        "loanflow.table.engine=columnstore")
                .run(context -> assertThat(context.getBean(IngestionSettings.class))
                        .isEqualTo(new IngestionSettings(
                                new File("/definitions"),
                                new File("/inbox"),
                                new File("/loans.csv"),
                                new File("/cache"),
                                URI.create("https://ingestion.example"),
                                URI.create("https://mlflow.example"),
                                Duration.ofSeconds(3),
                                DataSize.ofMegabytes(2),
                                DataSize.ofMegabytes(3),
                                new IngestionSettings.Table(TableEngine.COLUMNSTORE))));
    }

    @Test
    void anUploadLimitOfNothingIsRefused() {
        runner.withPropertyValues("loanflow.cache-directory=/cache", "loanflow.max-upload=0B")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("loanflow.max-upload must be above 0"));
    }

    @Configuration
    @EnableConfigurationProperties(IngestionSettings.class)
    static class Enabled {}
}
