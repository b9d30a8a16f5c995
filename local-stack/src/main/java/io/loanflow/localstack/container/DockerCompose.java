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
        await(start(arguments), arguments);
    }

    /** The same, without waiting for it. */
    Process start(String... arguments) {
        return start(builder(arguments).redirectOutput(Redirect.appendTo(log.toFile())));
    }

    /** Gives a command a file to read. */
    void feed(Path input, String... arguments) {
        ProcessBuilder builder = builder(arguments).redirectInput(input.toFile());
        await(start(builder.redirectOutput(Redirect.appendTo(log.toFile()))), arguments);
    }

    /** What a command prints. */
    String read(String... arguments) {
        return read(builder(arguments), arguments);
    }

    /** What another command of Docker prints. */
    String docker(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        return read(new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())), arguments);
    }

    /** Lets a command talk to the user; its exit code. */
    int show(String... arguments) {
        return exitCode(start(builder(arguments).inheritIO()));
    }

    void await(Process process, String... arguments) {
        if (exitCode(process) != 0) {
            throw new StackException("docker " + arguments[0] + " failed:\n" + LogTail.of(log) + "\nAll of it: " + log);
        }
    }

    private String read(ProcessBuilder builder, String... arguments) {
        Process process = start(builder);
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            await(process, arguments);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what docker says", e);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--ansi", "never"));
        command.addAll(List.of("--project-directory", home.toString()));
        command.addAll(List.of("--file", home.resolve("docker-compose.yml").toString()));
        if (Files.exists(settings)) {
            command.addAll(List.of("--env-file", settings.toString()));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
        if (!Files.exists(settings)) {
            // Nothing is started without settings; to look and to stop, any passwords will do.
            builder.environment().putIfAbsent("LOANFLOW_DB_PASSWORD", "unknown");
            builder.environment().putIfAbsent("LOANFLOW_REDIS_PASSWORD", "unknown");
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
