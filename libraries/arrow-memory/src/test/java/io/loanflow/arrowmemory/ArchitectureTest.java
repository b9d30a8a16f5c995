package io.loanflow.arrowmemory;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesNothingOfOurs() {
        ArchitectureRules.check("arrowmemory");
    }
}
