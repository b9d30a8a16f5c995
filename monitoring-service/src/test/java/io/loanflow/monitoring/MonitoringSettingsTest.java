package io.loanflow.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class MonitoringSettingsTest {

    private static final MonitoringSettings DEFAULTS = new MonitoringSettings(
            new File("data"),
            URI.create("http://127.0.0.1:8085"),
            URI.create("http://127.0.0.1:5000"),
            null,
            Duration.ofMinutes(1),
            Duration.ofDays(365),
            null,
            "");

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.run(
                context -> assertThat(context.getBean(MonitoringSettings.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void theApplicationsOwnConfigurationMeansTheDefaults() {
        runner.withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context ->
                        assertThat(context.getBean(MonitoringSettings.class)).isEqualTo(DEFAULTS));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.data-directory=/definitions",
                        "loanflow.public-url=https://monitoring.example",
                        "loanflow.tracking-uri=https://mlflow.example",
                        "loanflow.model-keys=/keys",
                        "loanflow.watch-interval=5s",
                        "loanflow.refused-input-retention=30d",
                        "loanflow.alert-webhook=https://chat.example/hook",
                        "loanflow.alert-secret=s3cret")
                .run(context -> assertThat(context.getBean(MonitoringSettings.class))
                        .isEqualTo(new MonitoringSettings(
                                new File("/definitions"),
                                URI.create("https://monitoring.example"),
                                URI.create("https://mlflow.example"),
                                new File("/keys"),
                                Duration.ofSeconds(5),
                                Duration.ofDays(30),
                                URI.create("https://chat.example/hook"),
                                "s3cret")));
    }

    @Test
    void aWebhookOfAnotherProtocolIsRefusedAndTheSecretIsNotTold() {
        runner.withPropertyValues("loanflow.alert-webhook=file:///etc/passwd", "loanflow.alert-secret=s3cret")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("loanflow.alert-webhook must be an http or https address")
                        .hasMessageNotContaining("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "3651d", "-1d"})
    void countsOfRefusedRowsAreKeptForDaysButNotForEver(String retention) {
        runner.withPropertyValues("loanflow.refused-input-retention=" + retention)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("loanflow.refused-input-retention must be from 2d to 3650d, is "));
    }

    @Configuration
    @EnableConfigurationProperties(MonitoringSettings.class)
    static class Enabled {}
}
