package io.loanflow.localstack.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a run is about. */
final class RunOptions {

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            defaultValue = "loan",
            description = "Data set, a directory under data/ (default: ${DEFAULT-VALUE}).")
    private String dataset = "loan";

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = {
                "File to load. Without it: the file that LOANFLOW_DATA names, else the data set's own file,",
                "its download, or generated rows, which are labelled as such."
            })
    private @Nullable Path data;

    String dataset() {
        return dataset;
    }

    boolean nameAFile() {
        return data != null;
    }

    /** Null where nobody named a file. */
    @Nullable
    DataFile file(Map<String, String> environment) {
        String named = environment.getOrDefault("LOANFLOW_DATA", "");
        Path file = data == null && !named.isBlank() ? Path.of(named) : data;
        return file == null ? null : DataFile.of(file);
    }
}
