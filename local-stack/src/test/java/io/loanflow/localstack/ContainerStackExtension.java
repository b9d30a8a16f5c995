package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One whole stack in containers for all tests of a class, started and removed by the command itself. */
final class ContainerStackExtension implements BeforeAllCallback {

    private @Nullable Started started;

    @Override
    public void beforeAll(ExtensionContext context) {
        started = context.getStore(Namespace.create(ContainerStackExtension.class))
                .computeIfAbsent(Started.class, type -> Started.make(), Started.class);
    }

    LoanflowProgram program() {
        return started().program();
    }

    StackConfiguration configuration() {
        return new StateDirectory(program().state()).configuration().orElseThrow();
    }

    Connections connections() {
        return configuration().connections();
    }

    /** A service, with what the command logs in with. */
    ServiceAddress service(String url) {
        return new ServiceAddress(
                url, new StateDirectory(program().state()).keys().secret());
    }

    /** Of the compose file's environment. */
    String setting(String name) throws IOException {
        return Files.readAllLines(program().state().resolve(".env")).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    /** Name of a service's container. */
    String container(String service) throws IOException {
        return setting("COMPOSE_PROJECT_NAME") + "-" + service + "-1";
    }

    /** Runs Docker Compose on this stack; what it printed. */
    String compose(String... arguments) throws IOException, InterruptedException {
        return compose(Map.of(), arguments);
    }

    /** The same with variables that go before those of the stack. */
    String compose(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        Path home = Path.of("..").toRealPath();
        String settings = program().state().resolve(".env").toString();
        List<String> command =
                new ArrayList<>(List.of("compose", "--project-directory", home.toString(), "--env-file", settings));
        command.addAll(List.of(arguments));
        return docker(environment, command.toArray(String[]::new));
    }

    /** Runs Docker; what it printed. */
    static String docker(String... arguments) throws IOException, InterruptedException {
        return docker(Map.of(), arguments);
    }

    private static String docker(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(command + "\n" + output).isZero();
        return output;
    }

    private Started started() {
        return Objects.requireNonNull(started);
    }

    record Started(Path directory, LoanflowProgram program) implements AutoCloseable {

        static Started make() {
            try {
                Path directory = Files.createTempDirectory("loanflow-containers-");
                LoanflowProgram program = new LoanflowProgram(Path.of("..").toRealPath(), directory.resolve("state"));
                Outcome up = program.run("up", "--containers", "--no-run", "--free-ports");
                Started started = new Started(directory, program);
                if (up.code() != 0) {
                    started.close();
                }
                assertThat(up.code()).as(up.text()).isZero();
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make a stack's directory", e);
            }
        }

        @Override
        public void close() throws IOException {
            Outcome down = program.run("down", "--purge", "--yes");
            assertThat(down.code()).as(down.text()).isZero();
            DirectoryTree.delete(directory);
        }
    }
}
