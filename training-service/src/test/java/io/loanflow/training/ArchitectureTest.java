package io.loanflow.training;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesFollowTheRules() {
        ArchitectureRules.check("training", "contracts", "featurebatches", "leakage", "model", "trees", "tracking");
    }
}
