package io.loanflow.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.loanflow.contracts.failure.FailureMapping;
import java.util.List;
import java.util.Set;

/** The rule that an exception of ours is never taken for a mistake of ours because nobody said what it is. */
public final class FailureRules {

    private FailureRules() {}

    /**
     * Checks a service and the libraries that it uses.
     *
     * @param module its package under {@code io.loanflow}
     * @param elsewhere exceptions that never leave an activity
     */
    public static void everyExceptionHasAKind(FailureMapping mapping, String module, Class<?>... elsewhere) {
        Set<Class<?>> others = Set.of(elsewhere);
        List<String> forgotten = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.loanflow").stream()
                        .filter(type -> isThrownIn(module, type))
                        .map(JavaClass::reflect)
                        .filter(type -> !others.contains(type))
                        .map(type -> type.<Throwable>asSubclass(Throwable.class))
                        .filter(type -> !mapping.knows(type))
                        .map(Class::getName)
                        .sorted()
                        .toList();
        assertThat(forgotten).as("exceptions without a kind").isEmpty();
    }

    private static boolean isThrownIn(String module, JavaClass type) {
        String name = type.getPackageName();
        return type.isAssignableTo(Throwable.class)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                // Any other stays in its package.
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && !name.startsWith("io.loanflow." + module + ".web")
                && !name.startsWith("io.loanflow.web")
                && !name.startsWith("io.loanflow.localservers")
                && !name.startsWith("io.loanflow.testsupport");
    }
}
