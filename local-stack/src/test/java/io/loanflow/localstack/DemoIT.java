package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.browser.PageBrowser;
import io.loanflow.localstack.browser.Pictures;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The loop closes, with real servers and the published rows: no drift, no alarm; drift, and in the end another version answers, whatever is
 * killed meanwhile. And what becomes of versions in that stack afterwards, where a person has the last word.
 */
class DemoIT {

    private static final int ROWS = 20_000;

    private static Path directory;
    private static Demonstration demo;
    private static LoanflowProgram program;
    private static Releases releases;

    @BeforeAll
    static void demonstrate() throws Exception {
        directory = Files.createTempDirectory("loanflow-demo-");
        Path home = LocalStackExtension.home(directory);
        program = new LoanflowProgram(home, directory.resolve("state-demo"));
        demo = Demonstration.play(new LoanflowProgram(home, directory.resolve("state")), program);
        releases = new Releases(program, "loan");
        if (Pictures.areWanted()) {
            takePictures();
        }
    }

    private static void takePictures() {
        try (PageBrowser browser = new PageBrowser()) {
            browser.visit(demo.monitoring() + "/watch", page -> Pictures.take(page, "watch"));
            browser.visit(demo.monitoring() + "/releases", page -> Pictures.take(page, "releases"));
        }
    }

    @AfterAll
    static void delete() throws IOException {
        Outcome down = program.run("down", "--purge", "--yes");
        assertThat(down.code()).as(down.text()).isZero();
        assertThat(program.state()).doesNotExist();
        DirectoryTree.delete(directory);
    }

    @Test
    void eachEventHasALinkOfItsOwn() {
        String both = demo.calm().text() + demo.drift().text();
        assertThat(both.lines().filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d {2}.*")))
                .hasSizeGreaterThan(10)
                .allSatisfy(event -> assertThat(event).containsPattern("http://\\S+$"));
        assertThat(both)
                .containsPattern(": well {2}http\\S+/watch/windows/[0-9]+\n")
                .containsPattern("Approved by --yes: .* {2}http\\S+/releases\\?dataset=loan\n")
                .containsPattern("Version 2 answers; .* {2}http\\S+/try\n");
    }

    @Test
    void whereNothingChangesThereIsNoAlarmAndNothingIsTrained() {
        assertThat(demo.calm().text())
                .containsPattern("(?s)(: well  .*){3}")
                .contains("Nothing changed, no alarm was raised, nothing was trained.")
                .doesNotContain("ALARM", "retraining", "learns anew", "Serving did not answer");
        assertThat(demo.followUpsOfCalm()).isEmpty();
    }

    /** With serving, the watch, the database and the worker killed on the way. */
    @Test
    void driftIsSeenAndANewVersionTakesOverAndEveryRequestIsAnswered() throws IOException {
        assertThat(demo.drift().text())
                .containsSubsequence(
                        "The world changes",
                        "Serving did not answer for ",
                        "ALARM in ",
                        "No retraining yet: ",
                        "A retraining begins, with ",
                        "A pipeline learns anew: http",
                        "Version 2 passed the gate and waits for a person: http",
                        "Approved by --yes",
                        "Version 2 answers; every request was answered, ",
                        " when it was sent again.");
        // Serving was killed before; while the new version came into service no request failed.
        assertThat(demo.drift().text().substring(demo.drift().text().indexOf("A pipeline learns anew")))
                .doesNotContain("Serving did not answer");
        List<JsonNode> first = releases.entries("release.promoted", 1);
        List<JsonNode> second = releases.entries("release.promoted", 2);
        assertThat(first).hasSize(1);
        assertThat(second).singleElement().satisfies(entry -> {
            assertThat(entry.at("/body/from/version").asInt()).isEqualTo(1);
            assertThat(entry.at("/body/evidence/word/reason").asString()).isEqualTo("--yes was given");
            assertThat(entry.at("/body/evidence/figures").asString()).contains("| One prediction in ms, median |");
        });
        assertThat(demo.followUps())
                .filteredOn(followUp -> followUp.path("verdict").asString().equals("RETRAIN"))
                .hasSize(1);
    }

    @Test
    void aBadChallengerIsRefusedAndTheLedgerKnowsIt() throws IOException {
        int champion = releases.champion();
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
        assertThat(releases.champion()).isEqualTo(champion);
        await().until(() -> releases.newest().path("type").asString().equals("release.refused"));
        assertThat(releases.newest().at("/body/to/version").asInt()).isEqualTo(champion);
        assertSound();
    }

    @Test
    void whatServingIsTooSlowWithInItsRehearsalDoesNotComeIntoService() throws Exception {
        int champion = releases.champion();
        String slowness = "most-milliseconds: ";
        Outcome run = with(
                training -> LaxGate.in(training).replaceAll(slowness + "[0-9]+", slowness + "0.0001"),
                () -> program.run(
                        "run", "--data", file("slow.csv", rows(0, ROWS)).toString()));

        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("passed the gate, but does not come into service", "in the rehearsal");
        assertThat(releases.champion()).isEqualTo(champion);
        await().until(() -> releases.newest().path("type").asString().equals("release.rehearsal-failed"));
        assertSound();
    }

    /** A release waits for a person while all that it needs is killed; approved, it ends as if nothing had been. */
    @Test
    void whateverIsKilledTheReleaseEndsTheSameAndIsInTheLedgerOnce() throws Exception {
        int before = releases.champion();
        Outcome outcome = with(LaxGate::in, () -> releaseOverKills());

        assertThat(outcome.code()).as(outcome.text()).isZero();
        int now = releases.champion();
        assertThat(now).isGreaterThan(before);
        await().until(() -> !releases.entries("release.promoted", now).isEmpty());
        assertThat(releases.entries("release.promoted", now)).singleElement().satisfies(entry -> {
            assertThat(entry.at("/body/from/version").asInt()).isEqualTo(before);
            assertThat(entry.at("/body/evidence/word/reason").asString()).isEqualTo("figures seen");
        });
        assertThat(program.run("predict", "--file", file("one.csv", rows(0, 1)).toString())
                        .text())
                .containsPattern("\"version\" : " + now);
        assertSound();
    }

    private static Outcome releaseOverKills() throws Exception {
        Running run = program.start(
                "run", "--data", file("killed.csv", rows(ROWS, 2 * ROWS)).toString());
        await().until(() -> !run.isAlive() || run.text().contains("waits for approval"));
        assertThat(run.isAlive()).as(run.text()).isTrue();
        for (String part : List.of("monitoring-service", "mariadb", "serving-service", "workflow-worker")) {
            demo.kill(part);
        }
        // Nobody can be asked what waits until the worker is back.
        await().until(() -> program.run("approve", "--name", "Ada", "--reason", "figures seen")
                        .code()
                == 0);
        return run.await();
    }

    /** What the data set's {@code training.yaml} is meanwhile; whether a version passes its usual gate is luck. */
    private static Outcome with(UnaryOperator<String> training, Callable<Outcome> work) throws Exception {
        Path file = program.state().resolve("demo/definitions/loan/training.yaml");
        String usual = Files.readString(file);
        Files.writeString(file, training.apply(usual));
        try {
            return work.call();
        } finally {
            Files.writeString(file, usual);
        }
    }

    @Test
    void anEntryOfTheLedgerThatSomebodyChangesIsFound() throws SQLException {
        assertSound();

        try (Connection database = demo.database()) {
            String content = content(database);
            assertThat(content).contains("release.promoted");
            write(database, content.replace("release.promoted", "release.rejected"));
            try {
                Outcome changed = program.run("audit", "verify");

                assertThat(changed.code()).as(changed.text()).isEqualTo(1);
                assertThat(changed.text()).contains("✗ entry 1 was changed").doesNotContain("as they were written");
            } finally {
                write(database, content);
            }
        }
        assertSound();
    }

    /** Of the first entry. */
    private static String content(Connection database) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("SELECT content FROM ledger_entry WHERE number = 1");
                ResultSet rows = select.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void write(Connection database, String content) throws SQLException {
        try (PreparedStatement update =
                database.prepareStatement("UPDATE ledger_entry SET content = ? WHERE number = 1")) {
            update.setString(1, content);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void assertSound() {
        Outcome verified = program.run("audit", "verify");
        assertThat(verified.code()).as(verified.text()).isZero();
        assertThat(verified.text()).contains("as they were written").doesNotContain("somebody moved the alias");
    }

    private static List<String> rows(int from, int to) throws IOException {
        return Files.readAllLines(LoanData.file()).subList(1 + from, 1 + to);
    }

    private static Path file(String name, List<String> rows) throws IOException {
        String head = Files.readAllLines(LoanData.file()).get(0);
        return Files.writeString(directory.resolve(name), head + "\n" + String.join("\n", rows) + "\n");
    }
}
