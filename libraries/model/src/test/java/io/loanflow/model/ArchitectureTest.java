package io.loanflow.model;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesFollowTheRules() {
        ArchitectureRules.check("model", "contracts", "trees");
    }
}
