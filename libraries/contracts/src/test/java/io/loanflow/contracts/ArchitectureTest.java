package io.loanflow.contracts;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.loanflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Every module depends on this one, so it must not bring a framework or a store along. */
    @ArchTest
    static final ArchRule contractsKnowNoFrameworkAndNoStore = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "jakarta..",
                    "java.sql..",
                    "javax.sql..",
                    "redis.clients..",
                    "org.apache.arrow..",
                    "org.mlflow..",
                    "org.tribuo..");

    @ArchTest
    static final ArchRule definitionAndFeaturesKnowNoTemporal = noClasses()
            .that()
            .resideInAnyPackage("io.loanflow.contracts.dataset..", "io.loanflow.contracts.feature..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.temporal..");

    @ArchTest
    static final ArchRule contractsKnowNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.loanflow..").and(resideOutsideOfPackage("io.loanflow.contracts..")));

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.loanflow.contracts.(*)..").should().beFreeOfCycles();
}
