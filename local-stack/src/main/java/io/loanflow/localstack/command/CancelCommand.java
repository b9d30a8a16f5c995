package io.loanflow.localstack.command;

import io.loanflow.localstack.pipeline.PipelineClient;
import io.loanflow.localstack.stack.StackException;
import io.temporal.api.common.v1.WorkflowExecution;
import picocli.CommandLine.Command;

/** Ends a run. */
@Command(name = "cancel", mixinStandardHelpOptions = true, description = "Ask a run to end. What is in service stays.")
final class CancelCommand extends OneRunCommand {

    private final Surroundings surroundings;

    CancelCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    void call(String run) {
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
    }
}
