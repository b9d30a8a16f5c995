package io.loanflow.tablefiles;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesOnlyTheContractsAndItsMemory() {
        ArchitectureRules.check("tablefiles", "contracts", "arrowmemory");
    }
}
