package io.loanflow.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * One whole stack for all tests of a JVM, started and stopped by the command itself. Its data set has no download, so that
 * without a file its rows are generated whatever the network is like; beside it lies one whose definition is wrong.
 */
final class LocalStackExtension implements BeforeAllCallback {

    private static final List<String> MODULES = List.of(
            "ingestion-service",
            "preprocessing-service",
            "training-service",
            "serving-service",
            "monitoring-service",
            "workflow-worker",
            "local-stack");

    private @Nullable LoanflowProgram program;

    @Override
    public void beforeAll(ExtensionContext context) {
        program = context.getRoot()
                .getStore(Namespace.create(LocalStackExtension.class))
                .computeIfAbsent(Started.class, type -> Started.make(), Started.class)
                .program();
    }

    LoanflowProgram program() {
        return Objects.requireNonNull(program);
    }

    record Started(Path directory, LoanflowProgram program) implements AutoCloseable {

        static Started make() {
            try {
                Path directory = Files.createTempDirectory("loanflow-stack-");
                LoanflowProgram program = new LoanflowProgram(home(directory), directory.resolve("state"));
                Outcome up = program.run("up", "--no-run", "--free-ports");
                assertThat(up.code()).as(up.text()).isZero();
                return new Started(directory, program);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make a stack's directory", e);
            }
        }

        @Override
        public void close() throws IOException {
            Outcome down = program.run("down");
            assertThat(down.code()).as(down.text()).isZero();
            DirectoryTree.delete(directory);
        }
    }

    /** The repository, with a changed definition. */
    static Path home(Path directory) throws IOException {
        Path repository = Path.of("..").toRealPath();
        Path home = Files.createDirectory(directory.resolve("home"));
        for (String application : MODULES) {
            Files.createSymbolicLink(home.resolve(application), repository.resolve(application));
        }
        Path loan = Files.createDirectories(home.resolve("data/loan"));
        for (String file : List.of("expectations.yaml", "synthetic.yaml")) {
            Files.copy(repository.resolve("data/loan").resolve(file), loan.resolve(file));
        }
        // How long a prediction takes says nothing on a machine that does all at once.
        String training = Files.readString(repository.resolve("data/loan/training.yaml"));
        Files.writeString(
                loan.resolve("training.yaml"), training.replace("gate:\n", "gate:\n  most-milliseconds: 10000\n"));
        List<String> definition = Files.readAllLines(repository.resolve("data/loan/dataset.yaml")).stream()
                .filter(line -> !line.strip().startsWith("download:"))
                .toList();
        Files.write(loan.resolve("dataset.yaml"), definition);
        Path broken = Files.createDirectories(home.resolve("data/broken"));
        Files.writeString(broken.resolve("dataset.yaml"), "name: broken\ncolour: blue\n");
        return home;
    }
}
