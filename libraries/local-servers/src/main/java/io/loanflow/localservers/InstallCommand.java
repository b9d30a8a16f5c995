package io.loanflow.localservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A command that is run to its end, with its output in a log. */
final class InstallCommand {

    private InstallCommand() {}

    /** @throws LocalServerException with the advice and what the log says of it, where the command fails */
    static void run(List<String> command, Path directory, Path log, String advice) throws IOException {
        long begin = log.toFile().length();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Where it is set, MLflow compiles its packages anew at each start, which takes 20 s.
        builder.environment().remove("PYTHONDONTWRITEBYTECODE");
        try {
            Process process = builder.start();
            try {
                if (process.waitFor() != 0) {
                    throw new LocalServerException(advice + ". From " + log + ":\n" + LogTail.errors(log, begin));
                }
            } finally {
                // Interrupted: nothing may go on writing into what is given up.
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while running " + command.get(0), e);
        }
    }
}
