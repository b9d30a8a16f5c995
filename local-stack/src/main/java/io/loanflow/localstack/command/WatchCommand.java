package io.loanflow.localstack.command;

import picocli.CommandLine.Command;

/** Shows a run that somebody started, here or elsewhere. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Show how a run goes until it ends, and what came of it.",
            "Ctrl-C stops watching; the run goes on."
        })
final class WatchCommand extends OneRunCommand {

    private final Surroundings surroundings;

    WatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    void call(String run) {
        PipelineSession.inRunningStack(surroundings, (session, interruption) -> session.watch(run, interruption));
    }
}
