package io.loanflow.testsupport;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;

/** The rules for modules and packages, checked on the compiled classes of the calling module. */
public final class ArchitectureRules {

    private static final String ROOT = "io.loanflow.";
    private static final String[] MODULES = {
        "contracts",
        "featurebatches",
        "datasettables",
        "arrowmemory",
        "tablefiles",
        "leakage",
        "describe",
        "trees",
        "model",
        "tracking",
        "web",
        "synthetic",
        "localservers",
        "ingestion",
        "preprocessing",
        "training",
        "serving",
        "monitoring",
        "worker",
        "localstack"
    };

    private ArchitectureRules() {}

    /**
     * Checks the module.
     *
     * @param module its package under {@code io.loanflow}, such as "serving"
     * @param allowed packages under {@code io.loanflow} of the modules it may use
     */
    public static void check(String module, String... allowed) {
        JavaClasses classes = classes(module);
        usesOnly(classes, module, allowed);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..manager..", "..dto..", "..impl..", "..helper..")
                .as("packages are named after features")
                .allowEmptyShould(true)
                .check(classes);
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .as("dependencies come through constructors")
                .allowEmptyShould(true)
                .check(classes);
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .as("there is no static state")
                .allowEmptyShould(true)
                .check(classes);
        featuresDoNotUseTheEdge(classes, module);
        slices().matching(ROOT + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void usesOnly(JavaClasses classes, String module, String... allowed) {
        String[] forbidden = Arrays.stream(MODULES)
                .filter(other ->
                        !other.equals(module) && !Arrays.asList(allowed).contains(other))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .as("module " + module + " uses only " + Arrays.toString(allowed))
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void featuresDoNotUseTheEdge(JavaClasses classes, String module) {
        String[] edge = {ROOT + module + ".activity..", ROOT + module + ".web.."};
        noClasses()
                .that()
                .resideOutsideOfPackages(edge)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(edge)
                .as("the edge uses features, never the reverse")
                .allowEmptyShould(true)
                .check(classes);
    }

    /** For a caller's own rules. */
    public static JavaClasses classes(String module) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT + module);
    }
}
