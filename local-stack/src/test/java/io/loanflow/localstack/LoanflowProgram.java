package io.loanflow.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built command, run as people run it: a process of its own, with its own state directory. */
final class LoanflowProgram {

    private final Path home;
    private final Path state;

    LoanflowProgram(Path home, Path state) {
        this.home = home;
        this.state = state;
    }

    /** The directory of its definitions. */
    Path data() {
        return home.resolve("data");
    }

    Path state() {
        return state;
    }

    Running start(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dloanflow.home=" + home,
                "-jar",
                jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LOANFLOW_") && !name.equals("LOANFLOW_CACHE_DIR"));
        builder.environment().put("LOANFLOW_STATE_DIRECTORY", state.toString());
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    Running start(String... arguments) {
        return start(Map.of(), arguments);
    }

    Outcome run(String... arguments) {
        return start(arguments).await();
    }

    private static Path jar() {
        Path jar = Path.of("target", "local-stack-application.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing; build it with mvn package");
        }
        return jar;
    }

    /** @param text what it printed, output and errors */
    record Outcome(int code, String text) {}

    /** A command at work. */
    static final class Running {

        private static final int MINUTES = 15;

        private final Process process;
        private final StringBuffer text = new StringBuffer();
        private final Thread reader;

        private Running(Process process) {
            this.process = process;
            reader = new Thread(this::read, "read-loanflow");
            reader.start();
        }

        private void read() {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    text.append(line).append('\n');
                }
            } catch (IOException e) {
                text.append(e);
            }
        }

        /** What it has printed so far. */
        String text() {
            return text.toString();
        }

        boolean isAlive() {
            return process.isAlive();
        }

        /** As Ctrl-C does, but by a signal that a command in the background never ignores. */
        void interrupt() throws Exception {
            new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        Outcome await() {
            try {
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError("Still at work after " + MINUTES + " minutes:\n" + text());
                }
                reader.join();
                return new Outcome(process.exitValue(), text());
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
