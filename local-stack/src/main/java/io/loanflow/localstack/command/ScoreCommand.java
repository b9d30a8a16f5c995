package io.loanflow.localstack.command;

import io.loanflow.localstack.prediction.FileClient;
import io.loanflow.localstack.stack.StackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a file by the model in service. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Score each row of a file, of any length, by the model of a data set that is in service.",
            "A CSV table with a header, or an Arrow IPC file (.arrow, .arrows, .ipc, .feather); the answer is the same"
                    + " table with columns for decision, probability and error."
        })
final class ScoreCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatasetOption dataset = new DatasetOption();

    @Option(names = "--data", required = true, paramLabel = "FILE", description = "The rows.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the answers go.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--explain", description = "Also the reasons of negative decisions, as JSON.")
    private boolean explained;

    @Option(names = "--record", description = "Each row is a decision, which gets an id and is remembered.")
    private boolean recorded;

    ScoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(data)) {
            throw new StackException("There is no file to read at " + data);
        }
        List<String> query = new ArrayList<>();
        if (explained) {
            query.add("reasons=4");
        }
        if (recorded) {
            query.add("record=true");
        }
        new FileClient(surroundings.service(surroundings.started().servingUrl()), dataset.name())
                .score(data, out, query.isEmpty() ? "" : "?" + String.join("&", query));
        surroundings.terminal().line("Scored " + data + " into " + out);
        return 0;
    }
}
