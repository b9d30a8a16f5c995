package io.loanflow.localstack.command;

import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.stack.StackException;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Ends a run. */
@Command(name = "cancel", mixinStandardHelpOptions = true, description = "Ask a run to end. What is in service stays.")
final class CancelCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "As loanflow runs lists it.")
    private String run = "";

    CancelCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipelineClient client = PipelineClient.of(surroundings.started())) {
            WorkflowExecution found = client.find(run);
            if (client.look(found).filter(snapshot -> !snapshot.open()).isPresent()) {
                throw new StackException(run + " has ended already; there is nothing to cancel.");
            }
            if (!client.cancel(found)) {
                throw new StackException(run + " was not cancelled: Temporal stopped answering. Try again.");
            }
        }
        surroundings.terminal().line(run + " is asked to end; it does once what it is at has stopped.");
        return 0;
    }
}
