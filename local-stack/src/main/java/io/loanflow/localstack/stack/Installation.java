package io.loanflow.localstack.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A clone of the repository whose jars are built. */
public record Installation(Path home) {

    /** The launcher script says where it is. */
    public static Installation current() {
        String home = System.getProperty("loanflow.home");
        if (home == null) {
            throw new IllegalStateException("The command is started by the script loanflow, which sets loanflow.home");
        }
        return new Installation(Path.of(home));
    }

    Path data() {
        return home.resolve("data");
    }

    Path jar(Application application) {
        Path target = home.resolve(application.module()).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "*-application.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new StackException(target + " cannot be read; build it with mvn package", e);
        }
        throw new StackException(target + " has no application jar; build it with mvn package");
    }

    public StateDirectory state(Map<String, String> environment) {
        String named = environment.getOrDefault("LOANFLOW_STATE_DIRECTORY", "");
        return new StateDirectory(
                named.isBlank()
                        ? home.resolve(".loanflow")
                        : Path.of(named).toAbsolutePath().normalize());
    }
}
