package io.loanflow.localstack.command;

import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.Terminal;
import java.util.Map;

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
        return state.configuration()
                .orElseThrow(() -> new StackException("The stack is not up; start it with: loanflow up"));
    }
}
