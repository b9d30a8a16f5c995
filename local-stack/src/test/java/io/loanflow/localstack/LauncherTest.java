package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code loanflow}, in a copy of a fresh clone. */
class LauncherTest {

    private static final List<String> TOOLS = List.of(
            "bash",
            "dirname",
            "readlink",
            "ls",
            "head",
            "sed",
            "grep",
            "cat",
            "sort",
            "mkdir",
            "sleep",
            "find",
            "flock",
            "basename",
            "rm",
            "tail");

    private static final List<String> APPLICATIONS = List.of(
            "ingestion-service",
            "preprocessing-service",
            "training-service",
            "serving-service",
            "monitoring-service",
            "workflow-worker",
            "local-stack");

    @TempDir
    Path directory;

    private Path clone = Path.of(".");
    private Path tools = Path.of(".");

    @BeforeEach
    void cloneIt() throws IOException {
        clone = Files.createDirectories(directory.resolve("a clone"));
        Files.copy(Path.of("..", "loanflow"), clone.resolve("loanflow"));
        Files.setPosixFilePermissions(clone.resolve("loanflow"), PosixFilePermissions.fromString("rwxr-xr-x"));
        tools = Files.createDirectories(directory.resolve("bin"));
        for (String tool : TOOLS) {
            Files.copy(which(tool), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws Exception {
        Outcome outcome = run(clone.resolve("loanflow"), "up");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("A JDK, 17 or newer")
                .contains("apt-get install openjdk-17-jdk")
                .contains("apt-get install maven")
                .contains("apt-get install python3 python3-venv");
    }

    @Test
    void containersNeedDockerInsteadOfPython() throws Exception {
        Outcome outcome = run(clone.resolve("loanflow"), "up", "--containers");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("Docker Engine 25 or newer with its Compose plugin 2.24 or newer")
                .doesNotContain("Python");
    }

    @Test
    void whatIsTooOldIsNamedToo() throws Exception {
        program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        program("javac", "");
        program("mvn", "echo 'Apache Maven 3.6.3 (x)'");
        program("python3", "exit 1");

        assertThat(run(clone.resolve("loanflow"), "up").text())
                .contains("JDK 17 or newer; java is version 11.")
                .contains("Maven 3.8.7 or newer")
                .contains("Python 3.10 or newer");
    }

    @Test
    void whatJavaSaysOfOptionsInTheEnvironmentIsNotItsVersion() throws Exception {
        program(
                "java",
                "echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=\"1\"' >&2; echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        program("javac", "");

        assertThat(run(clone.resolve("loanflow"), "up").text()).contains("JDK 17 or newer; java is version 11.");
    }

    @Test
    void aBuildWithoutAPlaceForItsLogSaysWhichSettingNamesAnother() throws Exception {
        program("java", "echo 'openjdk version \"17.0.2\" 2022-01-18' >&2");
        program("javac", "");
        program("mvn", "echo 'Apache Maven 3.9.9'");
        Path file = Files.createFile(clone.resolve(".loanflow"));

        Outcome outcome = run(clone.resolve("loanflow"), "status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains(file.getFileName().toString(), "LOANFLOW_STATE_DIRECTORY");
    }

    @Test
    void oneCommandAtATimeBuilds() throws Exception {
        Path log = directory.resolve("log");
        Path go = directory.resolve("go");
        program("java", "echo 'openjdk version \"17.0.2\" 2022-01-18' >&2");
        program("javac", "");
        program(
                "mvn",
                "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' && exit; echo begin >>" + log + "; while ! [ -e " + go
                        + " ]; do sleep 0.1; done; echo end >>" + log + "; exit 1");
        Process first = start(clone.resolve("loanflow"), "status");
        await().until(() -> Files.exists(log));

        Process second = start(clone.resolve("loanflow"), "status");
        BufferedReader text = second.inputReader(StandardCharsets.UTF_8);
        assertThat(text.readLine()).isEqualTo("Waiting for the build of another command");
        Files.createFile(go);

        assertThat(first.waitFor()).isEqualTo(1);
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(Files.readAllLines(log)).containsExactly("begin", "end", "begin", "end");
    }

    @Test
    void helpOfAFreshCloneNeedsNothing() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), clone.resolve("loanflow"));

        Outcome outcome = run(link, "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.text()).contains("up", "run", "predict", "status", "logs", "down");
    }

    @Test
    void aBuildThatFailsShowsItsErrorsAndItsLog() throws Exception {
        program("java", "echo 'openjdk version \"17.0.2\" 2022-01-18' >&2");
        program("javac", "");
        program("mvn", "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' || { echo '[ERROR] no such thing'; exit 1; }");

        Outcome outcome = run(clone.resolve("loanflow"), "status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("[ERROR] no such thing")
                .contains("The build failed. Its log: " + clone.toRealPath().resolve(".loanflow/logs/build.log"));
    }

    @Test
    void aBuildThatWasKilledIsMadeAgainWithTheJarsThatItLeftHalfWritten() throws Exception {
        for (String application : APPLICATIONS) {
            Files.createFile(Files.createDirectories(clone.resolve(application).resolve("target"))
                    .resolve(application + "-application.jar"));
        }
        Files.createFile(clone.resolve("local-stack/target/unfinished-build"));
        program("java", "echo 'openjdk version \"17.0.2\" 2022-01-18' >&2");
        program("javac", "");
        program("jar", "[[ $2 != *serving-service-application.jar ]]");
        program(
                "mvn",
                "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.9' && exit; find . -name '*-application.jar'; exit 1");

        Outcome outcome = run(clone.resolve("loanflow"), "run");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text())
                .contains("ingestion-service-application.jar", "local-stack-application.jar")
                .doesNotContain("serving-service-application.jar");
        assertThat(clone.resolve("local-stack/target/unfinished-build")).exists();
    }

    private void program(String name, String script) throws IOException {
        Path program = Files.writeString(tools.resolve(name), "#!" + tools.resolve("bash") + "\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(Path script, String... arguments) throws Exception {
        Process process = start(script, arguments);
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private Process start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(tools.resolve("bash").toString(), script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        return builder.start();
    }

    private static Path which(String tool) {
        for (String place : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(place, tool))) {
                return Path.of(place, tool);
            }
        }
        throw new IllegalStateException(tool + " is not on this machine");
    }

    private record Outcome(int code, String text) {}
}
