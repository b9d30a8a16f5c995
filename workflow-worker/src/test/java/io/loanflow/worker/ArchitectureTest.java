package io.loanflow.worker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.loanflow.testsupport.ArchitectureRules;
import io.temporal.client.WorkflowStub;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void workflowsUseContractsOnly() {
        ArchitectureRules.check("worker", "contracts");
    }

    /**
     * Temporal's test server refuses to cancel an activity that has just ended, and the workflow then waits for ever
     * (github.com/temporalio/sdk-java/issues/2391). A real server tells the workflow of the end.
     */
    @Test
    void workflowsAreCancelledOnRealServersOnly() {
        noClasses()
                .that()
                .haveNameMatching(".*Test(\\$.*)?")
                .should()
                .callMethod(WorkflowStub.class, "cancel")
                .because("only a real server (*IT) cancels a workflow whose activity ends meanwhile")
                .check(new ClassFileImporter().importPackages("io.loanflow.worker"));
    }
}
