package io.loanflow.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class PreprocessingPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.run(context -> assertThat(context.getBean(PreprocessingProperties.class))
                .isEqualTo(new PreprocessingProperties(
                        URI.create("redis://127.0.0.1:6379"),
                        false,
                        Duration.ofSeconds(10),
                        null,
                        Duration.ofDays(7),
                        2)));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.redis-url=rediss://user:secret@cache:6380",
                        "loanflow.redis-cluster=true",
                        "loanflow.redis-timeout=2s",
                        "loanflow.batch-secret=secret of batches",
                        "loanflow.time-to-live=12h",
                        "loanflow.max-preparations=5")
                .run(context -> assertThat(context.getBean(PreprocessingProperties.class))
                        .isEqualTo(new PreprocessingProperties(
                                URI.create("rediss://user:secret@cache:6380"),
                                true,
                                Duration.ofSeconds(2),
                                "secret of batches",
                                Duration.ofHours(12),
                                5)));
    }

    @ParameterizedTest
    @CsvSource({"redis-timeout,1ms", "time-to-live,30s", "max-preparations,0"})
    void aValueOutOfRangeIsRefused(String property, String value) {
        runner.withPropertyValues("loanflow." + property + "=" + value)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("loanflow." + property));
    }

    @Configuration
    @EnableConfigurationProperties(PreprocessingProperties.class)
    static class Enabled {}
}
