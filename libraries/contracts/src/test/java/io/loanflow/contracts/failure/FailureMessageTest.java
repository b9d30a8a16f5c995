package io.loanflow.contracts.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void aMessageIsWhatTheExceptionSaysOrItsBeginning() {
        assertThat(FailureMessage.of(new IllegalStateException("no disk"))).isEqualTo("no disk");
        assertThat(FailureMessage.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
        assertThat(FailureMessage.of(new IllegalStateException("x".repeat(1_000_000))))
                .hasSizeLessThan(8_100)
                .contains("the log of the service has all");
    }
}
