package io.loanflow.localstack.command;

import io.loanflow.localservers.PythonTools;
import io.loanflow.localstack.pipeline.RunLinks;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StartListener;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.TaskState;
import io.loanflow.localstack.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what does not run, then runs the pipeline. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start MariaDB, Redis, Temporal, MLflow and the six applications, run the pipeline, and leave everything running.",
            "Servers named by LOANFLOW_DB_URL, REDIS_URL, TEMPORAL_ADDRESS or MLFLOW_TRACKING_URI are used as they are.",
            "Ctrl-C stops what was started."
        })
final class UpCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Terminal terminal;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--once", description = "Stop what was started once the summary is printed.")
    private boolean once;

    @Option(names = "--no-run", description = "Only start; run nothing.")
    private boolean noRun;

    @Option(
            names = "--containers",
            description = {
                "In containers, with MariaDB ColumnStore, by docker-compose.yml: makes .env and the images,",
                "and starts them. Needs Docker; servers named by the environment are not used."
            })
    private boolean containers;

    @Option(names = "--free-ports", description = "Choose a free port where none is set, instead of the standard one.")
    private boolean freePorts;

    UpCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.terminal = surroundings.terminal();
    }

    @Override
    public Integer call() {
        StateDirectory state = surroundings.state();
        StackLock lock = StackLock.take(state);
        refuseTheOtherKind();
        Stack stack = surroundings.next(containers, freePorts);
        PipelineSession session = new PipelineSession(surroundings, stack);
        try (Interruption interruption = new Interruption(() -> undo(stack, session), stack::killStarted)) {
            try (lock) {
                if (!stack.isComplete()) {
                    start(stack, interruption);
                } else {
                    terminal.line("The stack is up already. loanflow status shows it, loanflow run runs the pipeline.");
                    if (!once && !options.nameARun()) {
                        return 0;
                    }
                }
            }
            runAndLeave(stack, session, interruption);
        }
        return 0;
    }

    private void refuseTheOtherKind() {
        surroundings
                .lastStack()
                .filter(last -> last.configuration().containers() != containers && last.runs())
                .ifPresent(last -> {
                    throw new StackException("The stack runs "
                            + (containers ? "as processes of this machine" : "in containers")
                            + ". loanflow run runs the pipeline in it, loanflow down stops it.");
                });
    }

    private void start(Stack stack, Interruption interruption) {
        terminal.line(terminal.bold("Starting"));
        try (TaskBoard board = new TaskBoard(terminal, stack.names())) {
            interruption.display(board);
            if (!containers && !PythonTools.isInstalled()) {
                board.note("MLflow and Temporal are installed first, once: about 350 MB and a minute");
            }
            stack.start(new StartDisplay(board));
        }
    }

    private void runAndLeave(Stack stack, PipelineSession session, Interruption interruption) {
        try {
            if (!noRun) {
                session.run(options, interruption);
            }
        } finally {
            if (once) {
                terminal.line("\nStopping what was started");
                stack.stopStarted();
            }
        }
        if (!once) {
            terminal.line("\nEverything keeps running, and "
                    + RunLinks.of(stack.configuration()).start()
                    + " leads to it. loanflow down stops it, loanflow --help tells the rest.");
        }
    }

    private void undo(Stack stack, PipelineSession session) {
        session.cancel();
        boolean stopping = stack.hasStarted();
        if (stopping) {
            terminal.line("\nStopping what was started; Ctrl-C once more kills it");
        }
        stack.stopStartedSoon();
        if (stopping) {
            terminal.line("What was started is stopped.");
        }
    }

    /** Shows how starting goes. */
    private record StartDisplay(TaskBoard board) implements StartListener {

        @Override
        public void starting(String name, String address) {
            board.show(name, TaskState.RUNNING, address);
        }

        @Override
        public void ready(String name, String address) {
            board.show(name, TaskState.DONE, address);
        }

        @Override
        public void failed(String name, String address) {
            board.show(name, TaskState.FAILED, address);
        }
    }
}
