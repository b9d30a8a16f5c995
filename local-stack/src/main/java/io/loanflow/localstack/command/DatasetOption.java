package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which data set a command is about. */
final class DatasetOption {

    private String name = DatasetCatalog.STANDARD;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** It goes into queries of Temporal and MLflow. */
    @Option(
            names = "--dataset",
            paramLabel = "NAME",
            description = "Data set (default: " + DatasetCatalog.STANDARD + ").")
    void name(String value) {
        if (!value.matches("[a-z][a-z0-9_]*")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--dataset must be a data set's name, of lower-case letters, digits and _, is " + value);
        }
        name = value;
    }

    String name() {
        return name;
    }
}
