package io.loanflow.localstack.command;

import io.loanflow.describe.Description;
import io.loanflow.describe.suggestion.Suggestion;
import io.loanflow.localservers.FileProblem;
import io.loanflow.localstack.stack.SettingException;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Suggests the definition of a table. Starts nothing, and needs no stack. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = {
            "Look at the files of a table, and write the definition of a data set that fits them.",
            "What is unsure is a comment in it that says what else it could be."
        })
final class DescribeCommand implements Callable<Integer> {

    private static final int LONGEST_NAME = 40;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The file, or the files of one table.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description = "What is to be predicted. Of two files it may be in neither: each has the rows of one label.")
    private @Nullable String target;

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            description = "Where to write, named as the data set is to be (default: data/NAME, after the file).")
    private @Nullable Path out;

    DescribeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path directory = (out == null ? surroundings.installation().data().resolve(name(files.get(0))) : out)
                .toAbsolutePath()
                .normalize();
        String name = requireName(directory);
        if (Files.exists(directory.resolve("dataset.yaml"))) {
            throw new StackException(directory.resolve("dataset.yaml")
                    + " is there already, perhaps changed by hand; remove it, or name another directory with --out");
        }
        Suggestion suggestion = suggestion(name);
        write(directory, suggestion);
        surroundings.terminal().out().print(suggestion.report());
        surroundings.terminal().line("");
        surroundings.terminal().line("Written: " + directory.resolve("dataset.yaml"));
        surroundings
                .terminal()
                .line("Read it over, then: loanflow run --dataset " + name + " --data "
                        + (files.size() == 1 ? files.get(0) : directoryOf(files.get(0))));
        return 0;
    }

    private Suggestion suggestion(String name) {
        try {
            return Description.of(files, name, target);
        } catch (FileRejectedException e) {
            throw new StackException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StackException("The file cannot be read: " + FileProblem.of(e), e);
        }
    }

    /** As a data set may be called, after a file: {@code German Credit.data.gz} is {@code german_credit}. */
    private static String name(Path file) {
        String plain = String.valueOf(file.getFileName())
                .replaceAll("\\..*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_0-9]+|_+$", "");
        String name = plain.isEmpty() ? "table" : plain;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String requireName(Path directory) {
        String name = String.valueOf(directory.getFileName());
        if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new SettingException(
                    "--out must end with the data set's name, a lower-case letter, then up to 39 of a-z, 0-9"
                            + " and _, ends with " + name);
        }
        return name;
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of(".") : parent;
    }

    private static void write(Path directory, Suggestion suggestion) {
        Map<String, String> texts = Map.of(
                "dataset.yaml", suggestion.definition(),
                "expectations.yaml", suggestion.expectations(),
                "training.yaml", suggestion.training(),
                "report.txt", suggestion.report());
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(directory.resolve(text.getKey()), text.getValue());
            }
        } catch (IOException e) {
            throw new StackException("Cannot write to " + directory + ": " + FileProblem.of(e), e);
        }
    }
}
