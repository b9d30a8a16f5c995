package io.loanflow.worker;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void workflowsUseContractsOnly() {
        ArchitectureRules.check("worker", "contracts");
    }
}
