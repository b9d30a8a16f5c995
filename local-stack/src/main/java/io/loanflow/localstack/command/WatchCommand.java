package io.loanflow.localstack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a run that somebody started, here or elsewhere. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Show how a run goes until it ends, and what came of it.",
            "Ctrl-C stops watching; the run goes on."
        })
final class WatchCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "As loanflow runs lists it.")
    private String run = "";

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PipelineSession session = new PipelineSession(surroundings, surroundings.running());
        try (Interruption interruption = new Interruption(session::sayWhereItGoesOn, () -> {})) {
            session.watch(run, interruption);
        }
        return 0;
    }
}
