package io.loanflow.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesKeepToTheRules() {
        ArchitectureRules.check(
                "ingestion", "contracts", "datasettables", "tablefiles", "tracking", "web", "synthetic");
    }

    @Test
    void checkingKnowsNoFrameworkAndNoStore() {
        noClasses()
                .that()
                .resideInAnyPackage("..ingestion.check..", "..ingestion.expectation..", "..ingestion.validation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "io.temporal..")
                .check(ArchitectureRules.classes("ingestion"));
    }
}
