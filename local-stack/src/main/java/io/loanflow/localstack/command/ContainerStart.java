package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.container.ContainerStatus;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.stack.Stopper;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.TaskState;
import io.loanflow.localstack.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Starts the stack in containers. */
final class ContainerStart {

    private static final String IMAGES = "images";

    private final Surroundings surroundings;
    private final Terminal terminal;
    private final ContainerStack stack;

    ContainerStart(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
        this.stack = new ContainerStack(surroundings.installation(), surroundings.state());
    }

    /** Starts what does not run, runs the pipeline unless there is to be none, and stops it all where it is to be once only. */
    int call(RunOptions options, boolean freePorts, boolean run, boolean once) {
        StateDirectory state = surroundings.state();
        StackLock lock = StackLock.take(state);
        if (!Stopper.recorded(state).isEmpty()) {
            throw new StackException("The stack runs as processes of this machine; stop it first: loanflow down");
        }
        StackConfiguration configuration = stack.configuration(surroundings.environment(), freePorts);
        PipelineSession session = new PipelineSession(surroundings, configuration);
        try (Interruption interruption = new Interruption(() -> undo(session), () -> {})) {
            try (lock) {
                start(configuration, interruption);
            }
            runAndLeave(options, session, interruption, run, once);
        }
        return 0;
    }

    private void start(StackConfiguration configuration, Interruption interruption) {
        terminal.line(terminal.bold("Starting containers"));
        List<String> labels = new ArrayList<>(List.of(IMAGES));
        labels.addAll(stack.services());
        try (TaskBoard board = new TaskBoard(terminal, labels)) {
            interruption.display(board);
            board.show(IMAGES, TaskState.RUNNING, "built from the jars");
            stack.prepare(configuration);
            board.show(IMAGES, TaskState.DONE, "built from the jars");
            stack.start(statuses -> show(board, configuration, statuses));
        }
    }

    private static void show(TaskBoard board, StackConfiguration configuration, List<ContainerStatus> statuses) {
        for (ContainerStatus status : statuses) {
            TaskState state = switch (status.condition()) {
                case UP -> TaskState.DONE;
                case STARTING -> TaskState.RUNNING;
                case ENDED, STOPPED -> TaskState.FAILED;
            };
            board.show(status.name(), state, configuration.publicAddress(status.name()));
        }
    }

    private void runAndLeave(
            RunOptions options, PipelineSession session, Interruption interruption, boolean run, boolean once) {
        try {
            if (run) {
                session.run(options, interruption);
            }
        } finally {
            if (once) {
                terminal.line("\nStopping the containers");
                stack.stop(false);
            }
        }
        if (!once) {
            terminal.line("\nThe containers keep running. loanflow down stops them, loanflow --help tells the rest.");
        }
    }

    private void undo(PipelineSession session) {
        session.cancel();
        terminal.line("\nStopping the containers");
        stack.stop(false);
    }
}
