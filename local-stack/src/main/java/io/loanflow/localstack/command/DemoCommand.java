package io.loanflow.localstack.command;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.localstack.demo.Demo;
import io.loanflow.localstack.demo.DemoPlan;
import io.loanflow.localstack.demo.DemoStage;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StackLock;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.TaskBoard;
import io.loanflow.localstack.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the loop close, in a stack of its own. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Watch the loop close: clients ask, their records drift, the watch alarms, a new model is trained, a"
                    + " person approves it,",
            "and it takes over while no request fails. In a stack of its own, on free ports, which keeps running.",
            "After --no-drift it goes on in that stack: there the world changes next.",
            "With the file that LOANFLOW_DATA names, else with generated rows."
        })
final class DemoCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Terminal terminal;

    @Option(names = "--yes", description = "Approve the new version without asking.")
    private boolean yes;

    @Option(names = "--no-drift", description = "Change nothing: no alarm may be raised, and nothing be trained.")
    private boolean noDrift;

    @Option(names = "--once", description = "Stop and delete the stack at the end.")
    private boolean once;

    private int minutes = 3;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        terminal = surroundings.terminal();
    }

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "About how long the traffic goes until a new model is trained (default: 3).")
    void minutes(int number) {
        if (number < 1 || number > 60) {
            throw new ParameterException(spec.commandLine(), "--minutes must be from 1 to 60, is " + number);
        }
        minutes = number;
    }

    @Override
    public Integer call() {
        StateDirectory state = directory();
        DemoStage stage = new DemoStage(state.root().resolve("demo"));
        Surroundings own = new Surroundings(surroundings.installation(), state, surroundings.environment(), terminal);
        Optional<Stack> running = own.lastStack().filter(Stack::runs);
        if (running.isEmpty()) {
            begin(own, stage);
        } else if (stage.isCalm() && !noDrift) {
            goOn(own, stage, running.get());
        } else {
            throw new StackException("The stack of an earlier demonstration runs. Stop it with: " + stop(state.root()));
        }
        return 0;
    }

    private void begin(Surroundings own, DemoStage stage) {
        StateDirectory state = own.state();
        state.delete();
        StackLock lock = StackLock.take(state);
        Path file = file();
        terminal.line(
                file == null
                        ? terminal.yellow("With GENERATED rows: nothing here says anything about real people.")
                        : "With the rows of " + file + ".");
        stage.set(surroundings.installation().data(), file);
        Stack stack = own.stack(StackConfiguration.of(Map.of(), true).with(stage.definitions()));
        try (Interruption interruption = new Interruption(stack::stopStartedSoon, stack::killStarted)) {
            try (lock) {
                start(stack, interruption);
            }
            train(own, stack, stage, interruption);
            play(own, stack, plan(stage, true, state.root()));
            if (noDrift) {
                stage.staysCalm();
            }
            end(stack, state);
        }
    }

    /** Where clients have asked and nothing has changed yet. What it did not start, Ctrl-C leaves as it is. */
    private void goOn(Surroundings own, DemoStage stage, Stack stack) {
        terminal.line("In the stack of the demonstration without drift, which runs.");
        stage.mayChange();
        play(own, stack, plan(stage, false, own.state().root()));
        end(stack, own.state());
    }

    /** Beside the usual one, which it leaves alone. */
    private StateDirectory directory() {
        Path usual = surroundings.state().root().toAbsolutePath();
        return new StateDirectory(usual.resolveSibling(usual.getFileName() + "-demo"));
    }

    private static String stop(Path home) {
        return "LOANFLOW_STATE_DIRECTORY=" + home + " ./loanflow down --purge";
    }

    private @Nullable Path file() {
        String named = surroundings.environment().getOrDefault("LOANFLOW_DATA", "");
        if (!named.isBlank() && !Files.isReadable(Path.of(named))) {
            throw new StackException("LOANFLOW_DATA names " + named + ", which cannot be read");
        }
        return named.isBlank() ? null : Path.of(named).toAbsolutePath();
    }

    private DemoPlan plan(DemoStage stage, boolean calm, Path home) {
        return new DemoPlan(
                stage.heldOut(),
                Duration.ofMinutes(minutes),
                calm,
                !noDrift,
                yes,
                "LOANFLOW_STATE_DIRECTORY=" + home + " ./loanflow approve --reason 'figures seen'");
    }

    private void start(Stack stack, Interruption interruption) {
        terminal.line(terminal.bold("Starting"));
        try (TaskBoard board = new TaskBoard(terminal, stack.names())) {
            interruption.display(board);
            stack.start(new StartDisplay(board));
        }
    }

    /** The first champion; what comes after it waits for a person. */
    private static void train(Surroundings own, Stack stack, DemoStage stage, Interruption interruption) {
        DataFile rows = DataFile.of(stage.toLearnFrom());
        rows.contents().forEach((place, content) -> stack.bring(content, place));
        new PipelineSession(own, stack)
                .runOnly(
                        new PipelineRequest(
                                DatasetCatalog.STANDARD, rows.place(), null, null, null, null, null, null, "demo"),
                        interruption);
        stage.askForApproval();
    }

    private void play(Surroundings own, Stack stack, DemoPlan plan) {
        terminal.line("");
        terminal.line(terminal.bold("The demonstration"));
        try (Demo demo = new Demo(
                stack.configuration(),
                own.service(stack.configuration().servingUrl()).key(),
                plan,
                terminal::line)) {
            demo.run();
        }
    }

    private void end(Stack stack, StateDirectory state) {
        if (once) {
            terminal.line("\nStopping the stack");
            StackLock lock = StackLock.take(state);
            try (lock) {
                stack.stop(true);
                state.delete();
            }
            return;
        }
        if (noDrift) {
            terminal.line("\nHave the world change with: ./loanflow demo");
        }
        terminal.line("\nThe stack keeps running. Stop and delete it with: " + stop(state.root()));
    }
}
