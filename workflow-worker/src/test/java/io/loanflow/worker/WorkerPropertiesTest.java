package io.loanflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class WorkerPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.run(context -> assertThat(context.getBean(WorkerProperties.class))
                .isEqualTo(new WorkerProperties(
                        new File("data"),
                        "0 3 * * *",
                        ZoneId.of("UTC"),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(2))));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.data-directory=/definitions",
                        "loanflow.schedule-cron=30 4 * * 1",
                        "loanflow.schedule-time-zone=Europe/Berlin",
                        "loanflow.monitoring-interval=30s",
                        "loanflow.setup-retry-interval=750ms")
                .run(context -> assertThat(context.getBean(WorkerProperties.class))
                        .isEqualTo(new WorkerProperties(
                                new File("/definitions"),
                                "30 4 * * 1",
                                ZoneId.of("Europe/Berlin"),
                                Duration.ofSeconds(30),
                                Duration.ofMillis(750))));
    }

    @Test
    void aBlankScheduleIsRefused() {
        runner.withPropertyValues("loanflow.schedule-cron=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("loanflow.schedule-cron")
                        .hasMessageContaining("must not be blank"));
    }

    @Configuration
    @EnableConfigurationProperties(WorkerProperties.class)
    static class Enabled {}
}
