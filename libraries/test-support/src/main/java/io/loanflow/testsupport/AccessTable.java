package io.loanflow.testsupport;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.loanflow.contracts.login.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which roles each address takes: as the controllers say, and as docs/safety.md says. */
public final class AccessTable {

    private static final String DOCUMENT = "docs/safety.md";
    private static final String WEB = "org.springframework.web.bind.annotation.";
    private static final Map<String, String> MAPPINGS = Map.of(
            WEB + "GetMapping", "GET",
            WEB + "PostMapping", "POST",
            WEB + "PutMapping", "PUT",
            WEB + "PatchMapping", "PATCH",
            WEB + "DeleteMapping", "DELETE");
    private static final String EVERYONE = "everyone";
    private static final String ALLOWED = "io.loanflow.web.login.AllowedTo";

    private AccessTable() {}

    /**
     * One of its rows.
     *
     * @param address as its pattern
     * @param roles none: whoever asks
     */
    public record Row(String method, String address, Set<Role> roles) {

        /** As a line of the document. */
        String line() {
            return "| `" + method + " " + address + "` | "
                    + (roles.isEmpty()
                            ? EVERYONE
                            : roles.stream().sorted().map(Role::word).collect(Collectors.joining(", ")))
                    + " |";
        }

        /** Whether this is about that path. */
        public boolean isOf(String asked, String path) {
            return method.equals(asked) && path.matches(address.replaceAll("\\{[^}]*}", "[^/]+"));
        }
    }

    /**
     * As the controllers say.
     *
     * @param module its package under {@code io.loanflow}
     * @throws AssertionError where one says of nobody that he may ask
     */
    public static List<Row> ofCode(String module) {
        return ArchitectureRules.classes(module).stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(AccessTable::rows)
                .distinct()
                .sorted(Comparator.comparing(Row::address).thenComparing(Row::method))
                .toList();
    }

    /** As the document says below the heading of a service. */
    public static List<Row> ofDocument(String service) {
        Path document = Stream.of(Path.of(DOCUMENT), Path.of("..", DOCUMENT))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        try {
            return Files.readAllLines(document).stream()
                    .dropWhile(line -> !line.equals("| " + service + " | Roles |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(AccessTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + document, e);
        }
    }

    /** As lines of the document, to be copied there. */
    public static String lines(List<Row> rows) {
        return rows.stream().map(Row::line).collect(Collectors.joining("\n"));
    }

    private static Row row(String line) {
        String[] cells = line.split("\\|", -1);
        String[] asked = cells[1].strip().replace("`", "").split(" ", -1);
        Set<Role> roles = Arrays.stream(cells[2].split(",", -1))
                .map(String::strip)
                .filter(word -> !word.equals(EVERYONE))
                .map(Role::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        return new Row(asked[0], asked[1], roles);
    }

    private static Stream<Row> rows(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation ->
                        MAPPINGS.containsKey(annotation.getRawType().getName()))
                .flatMap(mapping -> addresses(method.getOwner(), mapping)
                        .map(address -> new Row(
                                MAPPINGS.getOrDefault(mapping.getRawType().getName(), ""), address, roles(method))));
    }

    private static Stream<String> addresses(JavaClass controller, JavaAnnotation<?> mapping) {
        List<String> roots = controller
                .tryGetAnnotationOfType(WEB + "RequestMapping")
                .map(AccessTable::paths)
                .orElse(List.of(""));
        return roots.stream().flatMap(root -> paths(mapping).stream().map(path -> root + path));
    }

    private static List<String> paths(JavaAnnotation<?> mapping) {
        List<String> paths = Stream.of("path", "value")
                .flatMap(name -> mapping.get(name).stream())
                .flatMap(value -> Arrays.stream((Object[]) value))
                .map(String::valueOf)
                .toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static Set<Role> roles(JavaMethod method) {
        return Stream.<HasAnnotations<?>>of(method, method.getOwner())
                .flatMap(said -> allowed(said).stream())
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(method.getFullName() + " does not say with @AllowedTo who may ask"));
    }

    private static Optional<Set<Role>> allowed(HasAnnotations<?> said) {
        return said.tryGetAnnotationOfType(ALLOWED)
                .flatMap(annotation -> annotation.get("value"))
                .map(value -> Arrays.stream((Object[]) value)
                        .map(role -> Role.valueOf(((JavaEnumConstant) role).name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
    }
}
