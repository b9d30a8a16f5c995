package io.loanflow.forest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesFollowTheRules() {
        ArchitectureRules.check("forest");
    }

    /** Growing trees is plain arithmetic on arrays; everything of Tribuo's stays in the package above. */
    @Test
    void growingKnowsNothingOfTribuo() {
        noClasses()
                .that()
                .resideInAPackage("io.loanflow.forest.grow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "com.oracle..", "com.google..")
                .check(ArchitectureRules.classes("forest"));
    }
}
