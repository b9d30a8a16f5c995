package io.loanflow.web;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesFollowTheRules() {
        ArchitectureRules.check("web", "contracts");
    }
}
