package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.Stopper;
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
        StackConfiguration configuration = surroundings
                .state()
                .configuration()
                .filter(this::isUp)
                .orElseThrow(() ->
                        new StackException("The stack is not up; start it, and run the pipeline, with: loanflow up"));
        PipelineSession session = new PipelineSession(surroundings, configuration);
        try (Interruption interruption = new Interruption(session::sayWhereItGoesOn, () -> {})) {
            session.run(options, interruption);
        }
        return 0;
    }

    private boolean isUp(StackConfiguration configuration) {
        return configuration.containers()
                ? new ContainerStack(surroundings.installation(), surroundings.state()).runs()
                : !Stopper.recorded(surroundings.state()).isEmpty();
    }
}
