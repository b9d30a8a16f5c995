package io.loanflow.localstack.command;

import io.loanflow.localstack.container.ContainerStack;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.ProcessStack;
import io.loanflow.localstack.stack.Stack;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.Terminal;
import java.util.Map;
import java.util.Optional;

/** Where a command runs. */
public record Surroundings(
        Installation installation, StateDirectory state, Map<String, String> environment, Terminal terminal) {

    public static Surroundings current() {
        Map<String, String> environment = System.getenv();
        Installation installation = Installation.current();
        return new Surroundings(
                installation, installation.state(environment), environment, Terminal.current(environment));
    }

    /**
     * The stack that was started last.
     *
     * @throws StackException where none was
     */
    StackConfiguration started() {
        return state.configuration().orElseThrow(Surroundings::notUp);
    }

    /**
     * The same, with what it consists of.
     *
     * @throws StackException where nothing of it runs
     */
    Stack running() {
        return lastStack().filter(Stack::runs).orElseThrow(Surroundings::notUp);
    }

    /** Whether it runs or not; empty where none was ever started. */
    Optional<Stack> lastStack() {
        return state.configuration().map(this::stack);
    }

    Stack stack(StackConfiguration configuration) {
        return configuration.containers()
                ? new ContainerStack(installation, state, configuration)
                : new ProcessStack(installation, state, configuration);
    }

    /**
     * The stack that is to be started.
     *
     * @param containers whether in containers
     * @param freePorts whether a port that is not set is any free one
     */
    Stack next(boolean containers, boolean freePorts) {
        return stack(
                containers
                        ? ContainerStack.configuration(installation, state, environment, freePorts)
                        : ProcessStack.configuration(state, environment, freePorts));
    }

    /** A service of the stack, with what the command logs in with. */
    ServiceAddress service(String url) {
        return new ServiceAddress(
                url, Optional.ofNullable(environment.get("LOANFLOW_API_KEY")).or(state.keys()::secret));
    }

    private static StackException notUp() {
        return new StackException("The stack is not up; start it, and run the pipeline, with: loanflow up");
    }
}
