package io.loanflow.describe;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void usesTheFormsOfFilesAndTheDefinition() {
        ArchitectureRules.check("describe", "contracts", "tablefiles", "leakage");
    }
}
