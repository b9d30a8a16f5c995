package io.loanflow.localstack;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesOnlyTheContractsTheLocalServersAndWhatKnowsTablesWithoutAService() {
        ArchitectureRules.check("localstack", "contracts", "localservers", "synthetic", "describe", "tablefiles");
    }
}
