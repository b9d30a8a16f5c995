package io.loanflow.serving;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesUseOnlyWhatTheyMay() {
        ArchitectureRules.check(
                "serving", "arrowmemory", "contracts", "datasettables", "model", "trees", "tracking", "web");
    }
}
