package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a run is about. */
final class RunOptions {

    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "Data set, a directory under data/ (default: loan).")
    private @Nullable String dataset;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = {
                "File to load, or a directory with the data set's files. Without it: for the data set loan the file that LOANFLOW_DATA names, else the data set's own",
                "file if its content is new, else the newest load of real rows, else the download."
            })
    private @Nullable Path data;

    @Option(
            names = "--load",
            paramLabel = "ID",
            description = "Learn from this load of the data set instead of a file.")
    private @Nullable Long load;

    @Option(names = "--synthetic", description = "Learn from generated rows, which are labelled as such.")
    private boolean synthetic;

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "Family of the model, such as forest or boosting (default: the data set's own).")
    private @Nullable String family;

    @Option(
            names = "--tune",
            description = {
                "Look for better parameters of the model first, and train with them; they stay the data set's.",
                "data/NAME/training.yaml says where they are looked for."
            })
    private boolean tune;

    @Option(
            names = "--training-partitions",
            paramLabel = "N",
            description = "Grow a forest in N parts, shared by all training services there are (default: 1).")
    void trainingPartitions(int parts) {
        if (parts < 1) {
            throw new ParameterException(spec.commandLine(), "--training-partitions must be 1 or more, is " + parts);
        }
        partitions = parts;
    }

    private @Nullable Integer partitions;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Whether somebody asked for more than the standard run. */
    boolean nameARun() {
        return dataset != null
                || data != null
                || load != null
                || synthetic
                || tune
                || family != null
                || partitions != null;
    }

    /** @param file null where nobody named one */
    PipelineRequest request(@Nullable DataFile file) {
        return new PipelineRequest(
                dataset(),
                file == null ? null : file.place(),
                load,
                synthetic ? true : null,
                null,
                family == null ? null : new TrainingSettings(family, Map.of()),
                partitions,
                tune ? true : null,
                System.getProperty("user.name"));
    }

    /** Null where nobody named a file: the environment names one of the standard data set only. */
    @Nullable
    DataFile file(Map<String, String> environment, DatasetCatalog definitions) {
        String named = environment.getOrDefault("LOANFLOW_DATA", "");
        boolean wanted = load == null && !synthetic && dataset().equals(DatasetCatalog.STANDARD);
        Path file = data == null && wanted && !named.isBlank() ? Path.of(named) : data;
        return file == null ? null : DataFile.of(file, definitions, dataset());
    }

    private String dataset() {
        return dataset == null ? DatasetCatalog.STANDARD : dataset;
    }
}
