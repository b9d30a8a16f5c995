package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.rest.JsonHttp;
import io.loanflow.localstack.rest.ServiceAddress;
import io.loanflow.localstack.stack.Connections;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.testsupport.LoanData;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The demonstration in two parts, in one stack: without drift, and what comes after it, with parts of the stack killed on the way.
 *
 * @param program of its stack
 * @param calm what it said without drift
 * @param followUpsOfCalm what had followed from alarms by then
 * @param drift what it said from there on
 */
record Demonstration(LoanflowProgram program, Outcome calm, List<JsonNode> followUpsOfCalm, Outcome drift) {

    /** Longer than a machine takes that does much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String DECISIONS = " FROM loan_decisions WHERE shadow = 0";

    /**
     * Plays it.
     *
     * @param usual beside whose state it has one of its own
     * @param own with that state
     */
    static Demonstration play(LoanflowProgram usual, LoanflowProgram own) throws Exception {
        Instant begin = Instant.now();
        Outcome calm = start(usual, "--no-drift").await();
        say("Without drift", begin);
        assertThat(calm.code()).as(calm.text()).isZero();
        Demonstration before = new Demonstration(own, calm, List.of(), calm);
        List<JsonNode> followUps = before.followUps();
        Instant change = Instant.now();
        Outcome drift = before.overKills(start(usual, "--yes"));
        say("With drift and kills", change);
        System.out.println(drift.text());
        assertThat(drift.code()).as(drift.text()).isZero();
        Demonstration whole = new Demonstration(own, calm, followUps, drift);
        whole.assertThatEachDecisionIsStoredOnce();
        return whole;
    }

    private static void say(String part, Instant begin) {
        System.out.println(part + " the demonstration took "
                + Duration.between(begin, Instant.now()).toSeconds() + " s.");
    }

    private static Running start(LoanflowProgram usual, String option) {
        return usual.start(Map.of("LOANFLOW_DATA", LoanData.file().toString()), "demo", "--minutes", "1", option);
    }

    /** Serving and the watch while records drift, the others while it learns anew. */
    private Outcome overKills(Running running) throws Exception {
        killOnce(running, "The world changes: ", "serving-service");
        killOnce(running, "No retraining yet: ", "monitoring-service");
        killOnce(running, "A pipeline learns anew: ", "mariadb", "workflow-worker");
        return running.await();
    }

    private void killOnce(Running running, String event, String... parts) throws Exception {
        await().atMost(PATIENCE)
                .until(() -> !running.isAlive() || running.text().contains(event));
        assertThat(running.isAlive()).as(running.text()).isTrue();
        for (String part : parts) {
            kill(part);
        }
    }

    /** What is killed is started again by the stack. */
    void kill(String part) {
        long pid = new StateDirectory(program.state())
                .process(part)
                .map(ServerProcess::pid)
                .orElseThrow();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Before anybody else asks. */
    private void assertThatEachDecisionIsStoredOnce() throws Exception {
        long answered = decisions(calm) + decisions(drift);
        try (Connection database = database()) {
            await().untilAsserted(() ->
                    assertThat(number(database, "SELECT COUNT(*)" + DECISIONS)).isEqualTo(answered));
            assertThat(number(database, "SELECT COUNT(DISTINCT decision_id)" + DECISIONS))
                    .isEqualTo(answered);
        }
    }

    /** That clients got, as the demonstration says. */
    private static long decisions(Outcome outcome) {
        Matcher got = Pattern.compile("Clients got (\\d+) decisions\\.").matcher(outcome.text());
        assertThat(got.find()).as(outcome.text()).isTrue();
        return Long.parseLong(got.group(1));
    }

    private static long number(Connection database, String query) throws SQLException {
        try (Statement select = database.createStatement();
                ResultSet rows = select.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    /** What followed from alarms until now. */
    List<JsonNode> followUps() throws IOException {
        ServiceAddress address = new ServiceAddress(monitoring(), Optional.empty());
        JsonHttp.Answer answer = new JsonHttp(Duration.ofSeconds(60)).send(address.request("/api/v1/follow-ups"));
        assertThat(answer.isOk()).isTrue();
        return answer.body().valueStream().toList();
    }

    /** Address of the watch. */
    String monitoring() {
        return configuration().monitoringUrl();
    }

    Connection database() throws SQLException {
        Connections connections = configuration().connections();
        return DriverManager.getConnection(
                connections.databaseUrl(), connections.databaseUser(), connections.databasePassword());
    }

    private StackConfiguration configuration() {
        return new StateDirectory(program.state()).configuration().orElseThrow();
    }
}
