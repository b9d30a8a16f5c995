package io.loanflow.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.localstack.stack.Installation;
import io.loanflow.localstack.stack.StackException;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLinesTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "start",
                "up now",
                "run --data",
                "run --training-partitions many",
                "run --training-partitions 0",
                "predict",
                "predict --json {} --file x",
                "score",
                "score --data x",
                "score --out x",
                "logs",
                "logs nobody",
                "down --all",
                "status --port",
                "models --dataset Loan",
                "runs --dataset A",
                "watch",
                "cancel",
                "cancel a b",
                "models --dataset x'or'1",
                "rollback",
                "rollback --reason",
                "rollback --reason= ",
                "rollback --reason bad --to 0",
                "rollback --reason bad --to last",
                "reproduce",
                "reproduce --version 0",
                "reproduce --version newest",
                "audit",
                "audit verify --anchor 7",
                "audit list --dataset Loan"
            })
    void wrongUsageIsExitCode2(String arguments) {
        assertThat(execute(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(text(err)).isNotBlank().doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "run",
                "predict",
                "score",
                "status",
                "runs",
                "watch",
                "cancel",
                "models",
                "rollback",
                "reproduce",
                "audit list",
                "audit verify",
                "logs",
                "down"
            })
    void everyCommandHasHelp(String command) {
        assertThat(execute(Map.of(), (command + " --help").split(" "))).isZero();
        assertThat(text(out)).contains("Usage: loanflow " + command).contains("--verbose");
    }

    @Test
    void aMistypedCommandGetsASuggestion() {
        assertThat(execute(Map.of(), "stat")).isEqualTo(2);
        assertThat(text(err)).contains("'stat'").contains("Did you mean: loanflow status");
    }

    @Test
    void whereTheStateDirectoryCannotBeTheMessageNamesItAndItsSetting() throws Exception {
        Path file = Files.createFile(directory.resolve("state"));

        assertThat(execute(Map.of(), "up")).isEqualTo(1);

        assertThat(text(err)).contains(file.toString(), "Not a directory", "LOANFLOW_STATE_DIRECTORY");
    }

    @Test
    void aWrongSettingIsWrongUsage() {
        assertThat(execute(Map.of("LOANFLOW_REDIS_PORT", "none"), "up")).isEqualTo(2);
        assertThat(text(err)).contains("LOANFLOW_REDIS_PORT must be a port from 1 to 65535, is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "predict --json {}",
                "runs",
                "watch a",
                "cancel a",
                "models",
                "rollback --reason bad",
                "reproduce --version 1",
                "audit list",
                "audit verify"
            })
    void whatNeedsAStackSaysHowToStartIt(String arguments) {
        assertThat(execute(Map.of(), arguments.split(" "))).isEqualTo(1);
        assertThat(text(err))
                .contains("The stack is not up")
                .contains("loanflow up")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutAStackStatusIs1AndDownIs0() {
        assertThat(execute(Map.of(), "status")).isEqualTo(1);
        assertThat(execute(Map.of(), "down")).isZero();
        assertThat(execute(Map.of(), "down", "--purge", "--yes")).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "help run"})
    void helpIsACommandToo(String arguments) {
        assertThat(execute(Map.of(), arguments.split(" "))).isZero();
        assertThat(text(out)).contains("Usage: loanflow");
    }

    @Test
    void nothingIsDeletedWhereNobodyCanBeAsked() throws Exception {
        Path state = Files.createDirectories(directory.resolve("state"));
        assertThat(execute(Map.of(), "down", "--purge")).isEqualTo(2);
        assertThat(text(err)).contains("--yes");
        assertThat(state).exists();

        assertThat(execute(Map.of(), "down", "--purge", "--yes")).isZero();
        assertThat(state).doesNotExist();
    }

    @Test
    void onlyVerboseShowsAStackTrace() {
        assertThat(execute(Map.of(), "logs", "redis")).isEqualTo(1);
        assertThat(text(err)).contains("redis has written nothing yet").doesNotContain("\tat ");

        assertThat(execute(Map.of(), "logs", "redis", "--verbose")).isEqualTo(1);
        assertThat(text(err)).contains("\tat io.loanflow.localstack");
    }

    @Test
    void aFilesPlaceIsItsContentWhateverItsNameSizeAndTime() throws Exception {
        Path file = Files.writeString(directory.resolve("my loans.csv"), "a,b\n1,1\n");
        FileTime time = Files.getLastModifiedTime(file);

        DataFile first = DataFile.of(file);
        DataFile again = DataFile.of(file);
        Files.writeString(file, "a,b\n1,2\n");
        Files.setLastModifiedTime(file, time);
        DataFile changed = DataFile.of(file);

        assertThat(first.place())
                .endsWith("/my loans.csv")
                .isEqualTo(again.place())
                .isNotEqualTo(changed.place());
    }

    @Test
    void aDirectoryStandsForTheDataSetsFilesInIt() throws Exception {
        Path definition = Files.createDirectories(directory.resolve("songs"));
        Files.writeString(definition.resolve("dataset.yaml"), """
                name: songs
                version: 1
                source: {files: [{file: good-*.csv, with: {liked: 1}}, {file: bad.csv, with: {liked: 0}}]}
                quarantine-limit: 0
                positive-label: 1
                columns: [{name: tempo, type: real}, {name: liked, type: boolean, categories: [0, 1], role: target}]
                """);
        Path data = Files.createDirectories(directory.resolve("files"));
        for (String name : List.of("good-1.csv", "good-2.csv", "other.csv")) {
            Files.writeString(data.resolve(name), "tempo\n1\n");
        }
        DatasetCatalog definitions = new DatasetCatalog(directory);

        assertThatThrownBy(() -> DataFile.of(data, definitions, "songs"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("bad.csv cannot be read");

        Files.writeString(data.resolve("bad.csv"), "tempo\n2\n");
        DataFile songs = DataFile.of(data, definitions, "songs");

        assertThat(songs.contents())
                .containsOnlyKeys(
                        songs.place() + "/bad.csv", songs.place() + "/good-1.csv", songs.place() + "/good-2.csv");
    }

    @Test
    void theFileOfTheEnvironmentIsTheStandardDataSetsOnly() throws Exception {
        Path file = Files.writeString(directory.resolve("loans.csv"), "a,b\n");
        Map<String, String> environment = Map.of("LOANFLOW_DATA", file.toString());

        assertThat(options().file(environment, new DatasetCatalog(directory))).isEqualTo(DataFile.of(file));
        assertThat(options("--dataset", "loan").file(environment, new DatasetCatalog(directory)))
                .isEqualTo(DataFile.of(file));
        assertThat(options("--dataset", "cars").file(environment, new DatasetCatalog(directory)))
                .isNull();
        Path other = Files.writeString(directory.resolve("cars.csv"), "c,d\n");
        assertThat(options("--dataset", "cars", "--data", other.toString())
                        .file(environment, new DatasetCatalog(directory)))
                .isEqualTo(DataFile.of(other));
    }

    @Test
    void aLoadOrGeneratedRowsStandInThePlaceOfAFile() throws Exception {
        Path file = Files.writeString(directory.resolve("loans.csv"), "a,b\n");
        Map<String, String> environment = Map.of("LOANFLOW_DATA", file.toString());

        assertThat(options("--load", "7").file(environment, new DatasetCatalog(directory)))
                .isNull();
        assertThat(options("--load", "7").request(null).load()).isEqualTo(7);
        assertThat(options("--synthetic").file(environment, new DatasetCatalog(directory)))
                .isNull();
        assertThat(options("--synthetic").request(null).synthetic()).isTrue();
        assertThat(options().request(null).synthetic()).isNull();
    }

    private static RunOptions options(String... arguments) {
        RunOptions options = new RunOptions();
        new CommandLine(new Holder(options)).parseArgs(arguments);
        return options;
    }

    @CommandLine.Command
    private record Holder(@CommandLine.Mixin RunOptions options) {}

    private int execute(Map<String, String> environment, String... arguments) {
        Terminal terminal = new Terminal(stream(out), stream(err), 0, false);
        return CommandLines.of(new Surroundings(
                        new Installation(directory),
                        new StateDirectory(directory.resolve("state")),
                        environment,
                        terminal))
                .execute(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
