package io.loanflow.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

class ServingSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.run(context -> assertThat(context.getBean(ServingSettings.class))
                .isEqualTo(new ServingSettings(
                        URI.create("http://127.0.0.1:5000"),
                        "loan",
                        List.of(),
                        null,
                        URI.create("http://127.0.0.1:8080"),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(10),
                        10_000,
                        new ServingSettings.Decisions(
                                ServingSettings.Keeping.REQUIRED,
                                new File("journal"),
                                DataSize.ofMegabytes(16),
                                Duration.ofSeconds(5)),
                        new ServingSettings.Database("jdbc:mariadb://127.0.0.1:3306/loanflow", "loanflow", ""),
                        new ServingSettings.Table(TableEngine.AUTO))));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.tracking-uri=https://mlflow.example.com",
                        "loanflow.model=heart",
                        "loanflow.models=heart,loan",
                        "loanflow.model-keys=/trusted/keys",
                        "loanflow.public-url=https://decisions.example.com",
                        "loanflow.champion-poll-interval=250ms",
                        "loanflow.warm-up=0s",
                        "loanflow.max-batch-rows=7",
                        "loanflow.decisions.keeping=best-effort",
                        "loanflow.decisions.journal-directory=/var/journal",
                        "loanflow.decisions.segment-size=1MB",
                        "loanflow.decisions.ship-interval=1s",
                        "loanflow.database.url=jdbc:mariadb://db/x",
                        "loanflow.database.user=serving",
                        "loanflow.database.password=secret",
                        "loanflow.table.engine=innodb")
                .run(context -> assertThat(context.getBean(ServingSettings.class))
                        .isEqualTo(new ServingSettings(
                                URI.create("https://mlflow.example.com"),
                                "heart",
                                List.of("heart", "loan"),
                                new File("/trusted/keys"),
                                URI.create("https://decisions.example.com"),
                                Duration.ofMillis(250),
                                Duration.ZERO,
                                7,
                                new ServingSettings.Decisions(
                                        ServingSettings.Keeping.BEST_EFFORT,
                                        new File("/var/journal"),
                                        DataSize.ofMegabytes(1),
                                        Duration.ofSeconds(1)),
                                new ServingSettings.Database("jdbc:mariadb://db/x", "serving", "secret"),
                                new ServingSettings.Table(TableEngine.INNODB))));
    }

    @ParameterizedTest
    @CsvSource({
        "loanflow.model=, must not be blank",
        "loanflow.champion-poll-interval=0s, loanflow.champion-poll-interval must be above 0",
        "loanflow.champion-poll-interval=-1s, loanflow.champion-poll-interval must be above 0",
        "loanflow.warm-up=-1s, loanflow.warm-up must be 0 or more",
        "loanflow.decisions.segment-size=0B, loanflow.decisions.segment-size must be above 0",
        "loanflow.decisions.ship-interval=0s, loanflow.decisions.ship-interval must be above 0",
        "loanflow.database.url=, must not be blank",
        "loanflow.max-batch-rows=0, must be greater than or equal to 1",
    })
    void aValueThatCannotWorkIsRefusedAtStart(String property, String message) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }

    @Configuration
    @EnableConfigurationProperties(ServingSettings.class)
    static class Enabled {}
}
