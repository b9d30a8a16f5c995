package io.loanflow.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class TrainingPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Enabled.class);

    @Test
    void defaultsNeedNoConfiguration() {
        runner.run(context -> assertThat(context.getBean(TrainingProperties.class))
                .isEqualTo(new TrainingProperties(
                        URI.create("http://127.0.0.1:5000"),
                        null,
                        URI.create("redis://127.0.0.1:6379"),
                        false,
                        Duration.ofSeconds(10),
                        null,
                        new File("data"),
                        null,
                        null,
                        0)));
    }

    @Test
    void everyPropertyCanBeSet() {
        runner.withPropertyValues(
                        "loanflow.tracking-uri=http://mlflow:1",
                        "loanflow.tracking-public-uri=https://mlflow.example",
                        "loanflow.redis-url=redis://:secret@redis:2",
                        "loanflow.redis-cluster=true",
                        "loanflow.redis-timeout=2s",
                        "loanflow.batch-secret=secret of batches",
                        "loanflow.data-directory=/definitions",
                        "loanflow.signing-key=/secret/key.pem",
                        "loanflow.model-keys=/trusted/keys",
                        "loanflow.threads=3")
                .run(context -> assertThat(context.getBean(TrainingProperties.class))
                        .isEqualTo(new TrainingProperties(
                                URI.create("http://mlflow:1"),
                                URI.create("https://mlflow.example"),
                                URI.create("redis://:secret@redis:2"),
                                true,
                                Duration.ofSeconds(2),
                                "secret of batches",
                                new File("/definitions"),
                                new File("/secret/key.pem"),
                                new File("/trusted/keys"),
                                3)));
    }

    @Test
    void noThreadsGivenMeansOneOnEachProcessor() {
        runner.run(
                context -> assertThat(context.getBean(TrainingProperties.class).growingThreads())
                        .isEqualTo(Runtime.getRuntime().availableProcessors()));
        runner.withPropertyValues("loanflow.threads=3")
                .run(context -> assertThat(
                                context.getBean(TrainingProperties.class).growingThreads())
                        .isEqualTo(3));
    }

    @Test
    void valuesOutOfRangeAreRefusedByName() {
        assertRefused("threads", "-1");
    }

    private void assertRefused(String property, String value) {
        runner.withPropertyValues("loanflow." + property + "=" + value)
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("loanflow." + property));
    }

    @Configuration
    @EnableConfigurationProperties(TrainingProperties.class)
    static class Enabled {}
}
