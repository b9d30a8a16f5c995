package io.loanflow.localstack.command;

import io.loanflow.localservers.FileProblem;
import io.loanflow.localstack.prediction.Rows;
import io.loanflow.localstack.prediction.ServingClient;
import io.loanflow.localstack.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks the model in service. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Ask the model of a data set that is in service, and print its answer as JSON.",
            "An array of rows, or a CSV table with a header, gets an answer for each row."
        })
final class PredictCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Input input;

    PredictCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Either of the two. */
    static final class Input {

        @Option(names = "--json", paramLabel = "JSON", description = "One row as an object, or an array of them.")
        private @Nullable String json;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "The same, or CSV, in a file; /dev/stdin reads a pipe.")
        private @Nullable Path file;

        String read() {
            if (json != null) {
                return json;
            }
            try {
                return file == null ? "" : Rows.text(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new StackException("The file cannot be read: " + FileProblem.of(e), e);
            }
        }
    }

    @Override
    public Integer call() {
        ServingClient serving =
                new ServingClient(surroundings.service(surroundings.started().servingUrl()), dataset.name());
        surroundings.terminal().line(serving.predict(json(serving)).toPrettyString());
        return 0;
    }

    private String json(ServingClient serving) {
        String text = input.read();
        return Rows.isCsv(text) ? Rows.ofCsv(text, serving.example()) : text;
    }
}
