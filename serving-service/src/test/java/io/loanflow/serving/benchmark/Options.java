package io.loanflow.serving.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the benchmark is asked for; {@code benchmarks/serving/run} says what there is. */
final class Options {

    /** As the product runs it. */
    private static final String JVM_FLAGS = "-Xmx1024m -XX:+UseSerialGC -XX:ReservedCodeCacheSize=96m";

    private static final Set<String> NAMES = Set.of(
            "--data",
            "--peer-python",
            "--peer-program",
            "--jvm-flags",
            "--trees",
            "--rounds",
            "--seconds",
            "--connections");

    private final Path application;
    private final Map<String, String> given = new HashMap<>();

    private Options(Path application) {
        this.application = application;
    }

    /** @param arguments the application's jar, then options with one value each */
    static Options of(String[] arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        Options options = new Options(Path.of(left.pop()));
        while (!left.isEmpty()) {
            String name = left.pop();
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException(name + " is unknown; allowed: " + NAMES);
            }
            options.given.put(name, left.pop());
        }
        return options;
    }

    /** The executable jar. */
    Path application() {
        return application;
    }

    List<String> jvmFlags() {
        return List.of(given.getOrDefault("--jvm-flags", JVM_FLAGS).split(" "));
    }

    /** The published loan file; null for made-up rows. */
    @Nullable
    Path data() {
        return path("--data");
    }

    /** An interpreter with FastAPI and scikit-learn; null to leave the peer out. */
    @Nullable
    Path peerPython() {
        return path("--peer-python");
    }

    /** What it serves. */
    @Nullable
    Path peerProgram() {
        return path("--peer-program");
    }

    int trees() {
        return number("--trees", 100);
    }

    int rounds() {
        return number("--rounds", 5);
    }

    int seconds() {
        return number("--seconds", 5);
    }

    int connections() {
        return number("--connections", 8);
    }

    private @Nullable Path path(String name) {
        String value = given.get(name);
        return value == null ? null : Path.of(value);
    }

    private int number(String name, int standard) {
        String value = given.get(name);
        return value == null ? standard : Integer.parseInt(value);
    }
}
