package io.loanflow.localstack;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesOnlyTheContractsTheLocalServersAndWhatDescribesTables() {
        ArchitectureRules.check("localstack", "contracts", "localservers", "describe", "tablefiles");
    }
}
