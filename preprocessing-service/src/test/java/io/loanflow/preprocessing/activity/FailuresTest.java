package io.loanflow.preprocessing.activity;

import io.loanflow.testsupport.FailureRules;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void everyExceptionOfOursHasAKind() {
        FailureRules.everyExceptionHasAKind(Failures.KNOWN, "preprocessing");
    }
}
