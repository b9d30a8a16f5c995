package io.loanflow.trees;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.loanflow.testsupport.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void modulesAndPackagesFollowTheRules() {
        ArchitectureRules.check("trees");
    }

    /** Growing trees is plain arithmetic on arrays; everything of Tribuo's stays in the package above. */
    @Test
    void growingKnowsNothingOfTribuo() {
        noClasses()
                .that()
                .resideInAPackage("io.loanflow.trees.grow..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.tribuo..", "com.oracle..", "com.google..")
                .check(ArchitectureRules.classes("trees"));
    }
}
