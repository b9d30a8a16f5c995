package io.loanflow.localstack.container;

import io.loanflow.localservers.LogTail;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Docker Compose on the compose file of a clone. A command that fails is a {@link StackException} with the end of the log.
 *
 * @param home the clone
 * @param settings its environment file
 * @param log takes what the commands say
 */
record DockerCompose(Path home, Path settings, Path log) {

    /** Does something. */
    void run(String... arguments) {
        begin(arguments).end();
    }

    /** The same, without waiting for it. */
    Work begin(String... arguments) {
        return begin(builder(arguments), arguments);
    }

    /** Gives a command a file to read. */
    void feed(Path input, String... arguments) {
        begin(builder(arguments).redirectInput(input.toFile()), arguments).end();
    }

    private Work begin(ProcessBuilder builder, String... arguments) {
        long position = log.toFile().length();
        Process process = start(builder.redirectOutput(log(log)).redirectError(log(log)));
        return new Work(process, arguments[0], log, position);
    }

    private static Redirect log(Path file) {
        return Redirect.appendTo(file.toFile());
    }

    /**
     * A command at work.
     *
     * @param position where what it says begins in the log
     */
    record Work(Process process, String command, Path log, long position) {

        /** Waits for it. */
        void end() {
            if (exitCode(process) != 0) {
                throw new StackException(
                        "docker " + command + " failed:\n" + LogTail.of(log, position) + "\nAll of it: " + log);
            }
        }
    }

    /** What a command prints. */
    String read(String... arguments) {
        return read(builder(arguments), arguments);
    }

    /** What another command of Docker prints. */
    String docker(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        return read(new ProcessBuilder(command), arguments);
    }

    /** Lets a command talk to the user; its exit code. */
    int show(String... arguments) {
        return exitCode(start(builder(arguments).inheritIO()));
    }

    private String read(ProcessBuilder builder, String... arguments) {
        // Apart from what others do at the same time.
        Path errors = log.resolveSibling("containers-errors.log");
        Process process = start(builder.redirectError(errors.toFile()));
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            new Work(process, arguments[0], errors, 0).end();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what docker says", e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--ansi", "never"));
        command.addAll(List.of("--project-directory", home.toString()));
        command.addAll(List.of("--file", home.resolve("docker-compose.yml").toString()));
        // As Compose itself takes it where no file is named.
        Path override = home.resolve("docker-compose.override.yml");
        if (Files.exists(override)) {
            command.addAll(List.of("--file", override.toString()));
        }
        if (Files.exists(settings)) {
            command.addAll(List.of("--env-file", settings.toString()));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (!Files.exists(settings)) {
            // Nothing is started without settings; to look and to stop, any passwords will do.
            ContainerSettings.SECRETS.forEach(secret -> builder.environment().putIfAbsent(secret, "unknown"));
        }
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StackException(
                    "docker cannot be started (" + e.getMessage()
                            + "). Containers need Docker Engine 25 or newer with its Compose plugin, 2.24 or newer:"
                            + " https://docs.docker.com/engine/install/",
                    e);
        }
    }

    private static int exitCode(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while docker was at work", e);
        }
    }
}
