package io.loanflow.localstack.command;

import io.loanflow.localservers.PythonTools;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.stack.Component;
import io.loanflow.localstack.stack.Components;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StartListener;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.stack.Stopper;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.TaskState;
import io.loanflow.localstack.terminal.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts what does not run, then runs the pipeline. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start MariaDB, Redis, Temporal, MLflow and the five applications, run the pipeline, and leave everything running.",
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
        if (containers) {
            return new ContainerStart(surroundings).call(options, freePorts, !noRun, once);
        }
        StackLock lock = StackLock.take(state);
        refuseBesideContainers(state);
        StackConfiguration configuration = configuration(state);
        List<Component> components = new Components(surroundings.installation(), state, configuration).all();
        Stack stack = new Stack(state, configuration, components);
        PipelineSession session = new PipelineSession(surroundings, configuration);
        try (Interruption interruption = new Interruption(() -> undo(stack, session), stack::killStarted)) {
            try (lock) {
                if (stack.missing().isEmpty()) {
                    terminal.line("The stack is up already. loanflow status shows it, loanflow run runs the pipeline.");
                    if (!once && !options.nameARun()) {
                        return 0;
                    }
                } else {
                    start(stack, components, interruption);
                }
            }
            runAndLeave(stack, session, interruption);
        }
        return 0;
    }

    private void refuseBesideContainers(StateDirectory state) {
        boolean inContainers =
                state.configuration().filter(StackConfiguration::containers).isPresent();
        if (inContainers && new ContainerStack(surroundings.installation(), state).runs()) {
            throw new StackException(
                    "The stack runs in containers. loanflow run runs the pipeline in it, loanflow down" + " stops it.");
        }
    }

    /** What runs keeps its settings; those of the environment are for a stack that does not run. */
    private StackConfiguration configuration(StateDirectory state) {
        boolean runs = Stopper.recorded(state).stream()
                .anyMatch(name ->
                        state.process(name).filter(ServerProcess::isAlive).isPresent());
        return (runs ? state.configuration() : Optional.<StackConfiguration>empty())
                .orElseGet(() -> StackConfiguration.of(surroundings.environment(), freePorts));
    }

    private void start(Stack stack, List<Component> components, Interruption interruption) {
        terminal.line(terminal.bold("Starting"));
        List<String> names = components.stream().map(Component::name).toList();
        try (TaskBoard board = new TaskBoard(terminal, names)) {
            interruption.display(board);
            if (!PythonTools.isInstalled()) {
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
            terminal.line("\nEverything keeps running. loanflow down stops it, loanflow --help tells the rest.");
        }
    }

    private void undo(Stack stack, PipelineSession session) {
        session.cancel();
        if (stack.hasStarted()) {
            terminal.line("\nStopping what was started; Ctrl-C once more kills it");
            stack.stopStartedSoon();
            terminal.line("What was started is stopped.");
        } else {
            stack.stopStartedSoon();
        }
    }

    /** Shows how starting goes. */
    private record StartDisplay(TaskBoard board) implements StartListener {

        @Override
        public void starting(Component component) {
            board.show(component.name(), TaskState.RUNNING, component.address());
        }

        @Override
        public void ready(Component component, boolean launched) {
            board.show(component.name(), TaskState.DONE, component.address());
        }

        @Override
        public void failed(Component component) {
            board.show(component.name(), TaskState.FAILED, component.address());
        }
    }
}
