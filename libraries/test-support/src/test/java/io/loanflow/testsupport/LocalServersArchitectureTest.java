package io.loanflow.testsupport;

import org.junit.jupiter.api.Test;

/** Here and not in their own modules: what test-support uses cannot use test-support. */
class LocalServersArchitectureTest {

    @Test
    void localServersUseNothingOfOurs() {
        ArchitectureRules.check("localservers");
    }

    @Test
    void contractsUseNothingOfOurs() {
        ArchitectureRules.check("contracts");
    }
}
