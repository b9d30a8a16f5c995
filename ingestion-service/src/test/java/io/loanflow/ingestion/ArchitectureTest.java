package io.loanflow.ingestion;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesKeepTheirRules() {
        ArchitectureRules.check("ingestion", "contracts", "tracking");
    }
}
