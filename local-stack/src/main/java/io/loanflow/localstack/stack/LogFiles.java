package io.loanflow.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The logs in a state directory. */
public final class LogFiles {

    /** Written by the commands themselves, whatever kind of stack it is. */
    public static final List<String> OF_COMMANDS = List.of("build", "containers");

    private LogFiles() {}

    public static List<String> names() {
        return Stream.concat(Stopper.names(), OF_COMMANDS.stream()).toList();
    }

    /**
     * Shows one; the exit code.
     *
     * @throws SettingException if there is none of that name
     * @throws StackException if nothing was written to it
     */
    public static int show(StateDirectory state, LogRequest request) {
        String name = request.name();
        if (!names().contains(name)) {
            throw new SettingException("No log is called " + name + ". There are " + String.join(", ", names()));
        }
        Path log = state.log(name);
        if (!Files.exists(log)) {
            throw new StackException(name + " has written nothing yet: " + log + " does not exist");
        }
        return tail(log, request);
    }

    private static int tail(Path log, LogRequest request) {
        List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(request.lines())));
        if (request.follow()) {
            // By name: the log of a process that is started again may be another file.
            command.add("-F");
        }
        command.add(log.toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new StackException("Cannot run tail; install it (Debian: apt-get install coreutils)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while showing " + log, e);
        }
    }
}
