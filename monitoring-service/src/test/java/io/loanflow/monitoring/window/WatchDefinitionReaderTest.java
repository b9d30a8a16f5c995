package io.loanflow.monitoring.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchDefinitionReaderTest {

    @Test
    void theFileOfTheLoanDataSaysTheDefaults() {
        assertThat(WatchDefinitionReader.read(Path.of("../data/loan/monitoring.yaml")))
                .isEqualTo(WatchDefinition.DEFAULTS);
        assertThat(WatchDefinitionReader.read(Path.of("no such file"))).isEqualTo(WatchDefinition.DEFAULTS);
    }

    @Test
    void windowsAreHoursDaysOrDecisions() {
        assertThat(WatchDefinitionReader.read("window: hour", "x").window())
                .isEqualTo(WindowLength.time(Duration.ofHours(1)));
        assertThat(WatchDefinitionReader.read("window: 500", "x").window()).isEqualTo(WindowLength.decisions(500));
        assertThat(WindowLength.time(Duration.ofDays(1)).beginOf(Instant.parse("2026-03-02T23:59:59.9Z")))
                .isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> WatchDefinitionReader.read("window: month\nfalse-alarm-rate: 2\nx: 1", "m.yaml"))
                .hasMessageContaining("hour, day or a number of decisions")
                .hasMessageContaining("false-alarm-rate")
                .hasMessageContaining("x");
    }
}
