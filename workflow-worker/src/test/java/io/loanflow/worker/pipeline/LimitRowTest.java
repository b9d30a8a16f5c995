package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRowTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.01  | 0.0100
            0.9   | 0.900
            100   | 100
            999.4 | 999
            999.9 | 1,000
            60000 | 60,000
            """)
    void limitsAreReadWithoutAnExponent(double limit, String text) {
        assertThat(LimitRow.number(limit)).isEqualTo(text);
    }
}
