package io.loanflow.featurebatches;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsTheRules() {
        ArchitectureRules.check("featurebatches", "contracts");
    }
}
