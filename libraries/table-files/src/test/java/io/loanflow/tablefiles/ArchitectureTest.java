package io.loanflow.tablefiles;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesOnlyTheContracts() {
        ArchitectureRules.check("tablefiles", "contracts");
    }
}
