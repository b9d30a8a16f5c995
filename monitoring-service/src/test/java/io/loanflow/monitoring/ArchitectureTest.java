package io.loanflow.monitoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesKeepToTheRules() {
        ArchitectureRules.check("monitoring", "contracts", "model", "tracking", "web");
    }

    @Test
    void statisticsKnowNoFrameworkAndNoStore() {
        noClasses()
                .that()
                .resideInAnyPackage("..monitoring.statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..", "io.temporal..")
                .check(ArchitectureRules.classes("monitoring"));
    }
}
