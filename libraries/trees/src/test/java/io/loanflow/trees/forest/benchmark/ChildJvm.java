package io.loanflow.trees.forest.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this benchmark in a Java of its own, with this one's options, for what only a fresh process shows. */
public final class ChildJvm {

    private ChildJvm() {}

    /** @return the number that the program prints */
    public static double measure(Class<?> program, String... arguments) {
        return measure(List.of(System.getProperty("benchmark.child", "").split(" +")), program, arguments);
    }

    /** @param options of the other Java's */
    public static double measure(List<String> options, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program.getSimpleName() + " failed: " + answer);
            }
            return Double.parseDouble(answer.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + program.getSimpleName() + " ran", e);
        }
    }
}
