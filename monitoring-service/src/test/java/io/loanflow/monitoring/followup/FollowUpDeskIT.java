package io.loanflow.monitoring.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.monitoring.FollowUp;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.FollowUpRequest;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.WholeServiceTest;
import io.loanflow.monitoring.judgement.ColumnDrift;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.judgement.WindowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(properties = "loanflow.data-directory=target/follow-ups/data")
class FollowUpDeskIT {

    private static final Path LOAN = Path.of("target/follow-ups/data/loan");
    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00Z");

    @Autowired
    FollowUpDesk desk;

    @Autowired
    FollowUpLedger ledger;

    @Autowired
    WindowLedger windows;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void empty() throws IOException {
        Files.createDirectories(LOAN);
        Files.copy(
                Path.of("../data/loan/dataset.yaml"),
                LOAN.resolve("dataset.yaml"),
                StandardCopyOption.REPLACE_EXISTING);
        policy("retrain: automatic", "least-new-rows: 10", "cool-down-hours: 24", "budget-a-week: 2");
        List.of("monitoring_window", "monitoring_follow_up", "decision_outcome")
                .forEach(table -> database.sql("DELETE FROM " + table).update());
    }

    @Test
    void withoutAnAlarmNothingFollowsAndNothingIsKept() {
        assertThat(windows.lastEnd("loan", 1)).isEmpty();
        window(1, 0, WindowState.WELL);
        outcomes(100);
        assertThat(windows.lastEnd("loan", 1)).contains(BEGIN.plusSeconds(86_400));

        assertThat(decide("a").verdict()).isEqualTo(FollowUpVerdict.NO_ALARM);
        assertThat(ledger.latest("loan", 10)).isEmpty();
    }

    @Test
    void anAlarmLeadsToOneRetrainingWhoeverAsks() {
        long alarm = window(1, 0, WindowState.ALARM, "score");
        outcomes(10);

        FollowUp first = decide("a");
        assertThat(first.verdict()).isEqualTo(FollowUpVerdict.RETRAIN);
        assertThat(first.windows()).containsExactly(alarm);
        assertThat(first.newRows()).isEqualTo(10);
        assertThat(first.reason()).contains("in score", "10 new outcomes");
        assertThat(decide("a")).isEqualTo(first);
        assertThat(decide("b").verdict()).isEqualTo(FollowUpVerdict.NO_ALARM);
    }

    @Test
    void whatIsNeededIsSaidOnceForAnAlarm() {
        window(1, 0, WindowState.ALARM, "score");
        outcomes(9);

        assertThat(decide("a").verdict()).isEqualTo(FollowUpVerdict.FEW_ROWS);
        assertThat(decide("b").reason()).contains("9 new outcomes are known, 10 are needed");
        assertThat(ledger.latest("loan", 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.workflowId()).isEqualTo("b"));
        outcomes(1);
        assertThat(decide("c").verdict()).isEqualTo(FollowUpVerdict.RETRAIN);
    }

    @Test
    void aRetrainingCoolsDownAndCountsAgainstTheBudget() throws IOException {
        window(1, 0, WindowState.ALARM, "score");
        outcomes(10);
        FollowUp first = decide("a");
        ledger.conclude(new FollowUpConclusion(first.id(), "pipeline-5", null));
        ledger.conclude(new FollowUpConclusion(first.id(), null, "Version 4: promoted."));
        window(1, 1, WindowState.ALARM, "score");
        outcomes(10);

        assertThat(decide("b").verdict()).isEqualTo(FollowUpVerdict.COOLING_DOWN);
        policy("retrain: automatic", "least-new-rows: 11", "cool-down-hours: 0", "budget-a-week: 1");
        assertThat(decide("c").verdict()).isEqualTo(FollowUpVerdict.BUDGET_SPENT);
        policy("retrain: automatic", "least-new-rows: 11", "cool-down-hours: 0", "budget-a-week: 2");
        assertThat(decide("d").reason()).contains("10 new outcomes are known, 11 are needed");
        policy("retrain: propose", "least-new-rows: 10", "cool-down-hours: 0", "budget-a-week: 2");
        assertThat(decide("e").verdict()).isEqualTo(FollowUpVerdict.PROPOSED);
        assertThat(ledger.latest("loan", 10)).last().satisfies(kept -> {
            assertThat(kept.pipelineId()).isEqualTo("pipeline-5");
            assertThat(kept.conclusion()).isEqualTo("Version 4: promoted.");
            assertThat(kept.concludedAt()).isNotNull();
        });
    }

    @Test
    void onlyAlarmsOfTheDecidingVersionAndOfWatchedColumnsCount() throws IOException {
        outcomes(10);
        window(1, 0, WindowState.ALARM, "score");
        window(2, 1, WindowState.WELL);
        assertThat(decide("a").verdict()).isEqualTo(FollowUpVerdict.NO_ALARM);
        window(2, 2, WindowState.ALARM, "person_age");
        policy("retrain: automatic", "least-new-rows: 10", "alarms: [score, label]");
        assertThat(decide("b").verdict()).isEqualTo(FollowUpVerdict.NO_ALARM);
        window(2, 3, WindowState.ALARM, "score (of the model)");
        policy("retrain: \"off\"", "least-new-rows: 10", "alarms: [score]");
        assertThat(decide("c").verdict()).isEqualTo(FollowUpVerdict.OFF);
    }

    /** A canary's windows end with the champion's. */
    @Test
    void aVersionThatIsTriedForAShareOfRequestsHidesNoAlarm() {
        outcomes(10);
        long alarm = window(1, 0, WindowState.ALARM, "score");
        window(2, 0, 100, WindowState.WELL);

        assertThat(decide("a").windows()).containsExactly(alarm);
    }

    private FollowUp decide(String run) {
        return desk.decide(new FollowUpRequest("loan", new PipelineRun(run, run)));
    }

    private static void policy(String retrain, String... limits) throws IOException {
        Files.writeString(
                LOAN.resolve("monitoring.yaml"), retrain + "\nretraining:\n  " + String.join("\n  ", limits) + "\n");
    }

    private long window(int version, int day, WindowState state, String... alarms) {
        return window(version, day, 1000, state, alarms);
    }

    private long window(int version, int day, long decisions, WindowState state, String... alarms) {
        List<ColumnDrift> columns = List.of(alarms).stream()
                .map(column -> new ColumnDrift(
                        column, 0, 0, 1, 1, 1.0, 1.0, null, 0, true, List.of("1"), List.of(1L), List.of(1L)))
                .toList();
        Instant from = BEGIN.plusSeconds(86_400L * day);
        return windows.keep(new WindowReport(
                        "loan",
                        version,
                        "digest",
                        from,
                        from.plusSeconds(86_400),
                        decisions,
                        state,
                        null,
                        0.01,
                        0.001,
                        columns,
                        null,
                        null,
                        List.of(),
                        0.1,
                        null))
                .id();
    }

    private void outcomes(int count) {
        for (int i = 0; i < count; i++) {
            database.sql(
                            "INSERT INTO decision_outcome (decision_id, dataset, label, observed_at, received_at, model_version,"
                                    + " decided_at, decided_label, probability, protected_groups) VALUES (?, 'loan', '1', '2026-06-01',"
                                    + " UTC_TIMESTAMP(6), 1, '2026-05-01', '1', 0.5, '{}')")
                    .param(UUID.randomUUID().toString())
                    .update();
        }
    }
}
