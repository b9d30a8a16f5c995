package io.loanflow.localstack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the pipeline in a stack that is up. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run the pipeline: load, prepare, train, compare, put in service.",
            "Ctrl-C stops watching; the run goes on."
        })
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final RunOptions options = new RunOptions();

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PipelineSession.inRunningStack(surroundings, (session, interruption) -> session.run(options, interruption));
        return 0;
    }
}
