package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loop closes, with real servers and the published rows: no drift, no alarm; drift, and in the end another version answers. And what
 * becomes of versions in that stack afterwards, where a person has the last word.
 */
class DemoIT {

    private static final int ROWS = 20_000;

    private static Path directory;
    private static LoanflowProgram program;
    private static Outcome demo;

    @BeforeAll
    static void demonstrate() throws IOException {
        directory = Files.createTempDirectory("loanflow-demo-");
        Path home = LocalStackExtension.home(directory);
        demo = new LoanflowProgram(home, directory.resolve("state"))
                .start(Map.of("LOANFLOW_DATA", LoanData.file().toString()), "demo", "--minutes", "1", "--yes")
                .await();
        program = new LoanflowProgram(home, directory.resolve("state-demo"));
        assertThat(demo.code()).as(demo.text()).isZero();
    }

    @AfterAll
    static void delete() throws IOException {
        Outcome down = program.run("down", "--purge", "--yes");
        assertThat(down.code()).as(down.text()).isZero();
        assertThat(program.state()).doesNotExist();
        DirectoryTree.delete(directory);
    }

    @Test
    void driftIsSeenAndANewVersionTakesOverWhileNoRequestFails() {
        String text = demo.text();
        String before = text.substring(0, text.indexOf("The world changes"));
        assertThat(before).contains(": well  ").doesNotContain("ALARM");
        assertThat(text.substring(before.length()))
                .containsSubsequence(
                        "ALARM in ",
                        "No retraining yet: ",
                        "A retraining begins, with ",
                        "A pipeline learns anew: http",
                        "Version 2 passed the gate and waits for a person: http",
                        "Approved by --yes",
                        "Version 2 answers; no request failed meanwhile.");
        List<JsonNode> first = entries("release.promoted", 1);
        List<JsonNode> second = entries("release.promoted", 2);
        assertThat(first).hasSize(1);
        assertThat(second).singleElement().satisfies(entry -> {
            assertThat(entry.at("/body/from/version").asInt()).isEqualTo(1);
            assertThat(entry.at("/body/evidence/word/reason").asString()).isEqualTo("--yes was given");
            assertThat(entry.at("/body/evidence/figures").asString()).contains("| One prediction in ms, median |");
        });
    }

    @Test
    void aBadChallengerIsRefusedAndTheLedgerKnowsIt() throws IOException {
        int champion = champion();
        List<String> labels = new ArrayList<>(rows(0, ROWS / 2).stream()
                .map(row -> row.substring(row.lastIndexOf(',')))
                .toList());
        Collections.shuffle(labels, new Random(3));
        List<String> rows = rows(0, ROWS / 2);
        List<String> guessed = IntStream.range(0, rows.size())
                .mapToObj(i -> rows.get(i).substring(0, rows.get(i).lastIndexOf(',')) + labels.get(i))
                .toList();

        Outcome run = program.run("run", "--data", file("guessed.csv", guessed).toString());

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("refused: ");
        assertThat(champion()).isEqualTo(champion);
        await().until(() -> newest().path("type").asString().equals("release.refused"));
        assertThat(newest().at("/body/to/version").asInt()).isEqualTo(champion);
        assertSound();
    }

    @Test
    void whatServingIsTooSlowWithInItsRehearsalDoesNotComeIntoService() throws IOException {
        int champion = champion();
        Path training = program.state().resolve("demo/definitions/loan/training.yaml");
        String usual = Files.readString(training);
        Files.writeString(training, usual.replace("most-milliseconds: 1000", "most-milliseconds: 0.0001"));
        Outcome run;
        try {
            run = program.run("run", "--data", file("slow.csv", rows(0, ROWS)).toString());
        } finally {
            Files.writeString(training, usual);
        }

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("passed the gate, but does not come into service", "in the rehearsal");
        assertThat(champion()).isEqualTo(champion);
        await().until(() -> newest().path("type").asString().equals("release.rehearsal-failed"));
        assertSound();
    }

    /** A release waits for a person while all that it needs is killed; approved, it ends as if nothing had been. */
    @Test
    void whateverIsKilledTheReleaseEndsTheSameAndIsInTheLedgerOnce() throws Exception {
        int before = champion();
        Running run = program.start(
                "run", "--data", file("killed.csv", rows(ROWS, 2 * ROWS)).toString());
        await().until(() -> !run.isAlive() || run.text().contains("waits for approval"));
        assertThat(run.isAlive()).as(run.text()).isTrue();

        for (String part : List.of("monitoring-service", "mariadb", "serving-service", "workflow-worker")) {
            kill(part);
        }
        // Nobody can be asked what waits until the worker is back.
        await().until(() -> program.run("approve", "--name", "Ada", "--reason", "figures seen")
                        .code()
                == 0);

        Outcome outcome = run.await();
        assertThat(outcome.code()).as(outcome.text()).isZero();
        int now = champion();
        assertThat(now).isGreaterThan(before);
        await().until(() -> !entries("release.promoted", now).isEmpty());
        assertThat(entries("release.promoted", now)).singleElement().satisfies(entry -> {
            assertThat(entry.at("/body/from/version").asInt()).isEqualTo(before);
            assertThat(entry.at("/body/evidence/word/reason").asString()).isEqualTo("figures seen");
        });
        assertThat(program.run("predict", "--file", file("one.csv", rows(0, 1)).toString())
                        .text())
                .containsPattern("\"version\" : " + now);
        assertSound();
    }

    private static void assertSound() {
        Outcome verified = program.run("audit", "verify");
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(verified.text()).contains("as they were written").doesNotContain("somebody moved the alias");
    }

    private static void kill(String part) throws Exception {
        long pid = new StateDirectory(program.state())
                .process(part)
                .map(ServerProcess::pid)
                .orElseThrow();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int champion() {
        return JsonMapper.shared()
                .readTree(program.run("models", "--json").text())
                .valueStream()
                .filter(version -> version.path("aliases")
                        .valueStream()
                        .anyMatch(alias -> alias.asString().equals("champion")))
                .mapToInt(version -> version.path("version").asInt())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode newest() {
        return entries().findFirst().orElseThrow();
    }

    private static List<JsonNode> entries(String type, int version) {
        return entries()
                .filter(entry -> entry.path("type").asString().equals(type)
                        && entry.at("/body/version/version").asInt() == version)
                .toList();
    }

    /** The newest first; none while the monitoring service is down. */
    private static Stream<JsonNode> entries() {
        Outcome list = program.run("audit", "list", "--json");
        return list.code() == 0 ? JsonMapper.shared().readTree(list.text()).valueStream() : Stream.of();
    }

    private static List<String> rows(int from, int to) throws IOException {
        return Files.readAllLines(LoanData.file()).subList(1 + from, 1 + to);
    }

    private static Path file(String name, List<String> rows) throws IOException {
        String head = Files.readAllLines(LoanData.file()).get(0);
        return Files.writeString(directory.resolve(name), head + "\n" + String.join("\n", rows) + "\n");
    }
}
