package io.loanflow.localstack.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A clone of the repository whose jars are built, or an unpacked release. */
public record Installation(Path home) {

    /** The launcher script says where it is. */
    public static Installation current() {
        String home = System.getProperty("loanflow.home");
        if (home == null) {
            throw new IllegalStateException("The command is started by the script loanflow, which sets loanflow.home");
        }
        return new Installation(Path.of(home));
    }

    /** The directory of all data sets' definitions. */
    public Path data() {
        return home.resolve("data");
    }

    /**
     * The jar to run a module from.
     *
     * @param unpacked where a clone's jar is unpacked to; a release has its jars unpacked
     */
    Path program(String module, Path unpacked) {
        Path released = home.resolve("applications");
        if (Files.isDirectory(released)) {
            return existing(released.resolve(module + ".jar"), "unpack the release again");
        }
        Path built = home.resolve(module).resolve("target").resolve(module + "-application.jar");
        return new ApplicationJar(existing(built, "build it with mvn package")).unpack(unpacked);
    }

    private static Path existing(Path jar, String remedy) {
        if (!Files.isRegularFile(jar)) {
            throw new StackException(jar + " is missing; " + remedy);
        }
        return jar;
    }

    public StateDirectory state(Map<String, String> environment) {
        String named = environment.getOrDefault("LOANFLOW_STATE_DIRECTORY", "");
        return new StateDirectory(
                named.isBlank()
                        ? home.resolve(".loanflow")
                        : Path.of(named).toAbsolutePath().normalize());
    }
}
