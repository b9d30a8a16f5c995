package io.loanflow.monitoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.decision.RefusedInputTable;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.FollowUpVerdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.datasettables.RefusedInputRows;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.model.reference.ProbabilityBin;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.monitoring.decision.CellScan;
import io.loanflow.monitoring.decision.CountedColumn;
import io.loanflow.monitoring.decision.DecisionScan;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.decision.DecisionVersion;
import io.loanflow.monitoring.decision.RefusedInputRetention;
import io.loanflow.monitoring.decision.RefusedInputScan;
import io.loanflow.monitoring.decision.RefusedInputs;
import io.loanflow.monitoring.fixture.Population;
import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.monitoring.model.WatchedModel;
import io.loanflow.monitoring.outcome.Outcome;
import io.loanflow.monitoring.outcome.OutcomeRecording;
import io.loanflow.monitoring.page.WatchPage;
import io.loanflow.monitoring.window.WatchDefinition;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.PageSettings;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is judged, on whatever engine stores the decisions. */
abstract class WindowJudgeKit {

    private static final DecisionSpan DAY =
            new DecisionSpan("loan", 1, Population.BEGIN, Population.BEGIN.plus(Duration.ofDays(1)));

    private static final Addresses ADDRESSES = new Addresses(
            new PageSettings(
                    URI.create("http://127.0.0.1:8080"),
                    URI.create("http://127.0.0.1:8081"),
                    URI.create("http://127.0.0.1:8085"),
                    URI.create("http://127.0.0.1:8233"),
                    "default",
                    URI.create("http://127.0.0.1:5000")),
            "monitoring-service");

    @Autowired
    private DataSource database;

    @Autowired
    private WindowJudge judge;

    @Autowired
    private FirstDecisionsJudge firstDecisions;

    @Autowired
    private DecisionScan scan;

    @Autowired
    private CellScan cells;

    @Autowired
    private OutcomeRecording recording;

    @Autowired
    private WindowLedger ledger;

    @Autowired
    private LateOutcomes late;

    @Autowired
    private RefusedInputScan refusedInputs;

    @Autowired
    private RefusedInputRetention retention;

    private Population population;

    abstract TableEngine engine();

    @BeforeEach
    void empty() throws Exception {
        population = new Population(database, engine());
        population.clear();
    }

    @Test
    void decisionsLikeTheTrainingPartAreWell() throws Exception {
        population.decide(1, Population.BEGIN, 2000, 1);
        population.decide(2, Population.BEGIN, 50, 1);
        // A version answers nobody before its release: what it would have said then is in no window.
        population.decideInShadow(1, Population.BEGIN.minus(Duration.ofDays(1)), 500, 0.1);
        population.decideInShadow(1, Population.BEGIN, 500, 0.1);
        population.decideInShadow(3, Population.BEGIN, 500, 0.1);
        WindowReport report = judged(DAY);

        assertThat(report.state()).as(report.alarms().toString()).isEqualTo(WindowState.WELL);
        assertThat(report.decisions()).isEqualTo(2000);
        assertThat(scan.versions("loan")).extracting(DecisionVersion::version).containsExactly(1, 2);
        assertThat(scan.versions("loan").get(0).first()).isEqualTo(Population.BEGIN);
        assertThat(scan.momentOf(DAY, 2001)).isEmpty();
        assertThat(report.columns()).hasSize(14).allSatisfy(column -> {
            assertThat(column.current().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(2000);
            assertThat(column.cells()).hasSameSizeAs(column.current());
            assertThat(column.populationStability()).isBetween(0.0, 0.1);
        });
        // Of probabilities that lie evenly and a threshold of one half.
        assertThat(Objects.requireNonNull(report.expected()).refusal()).isNull();
        assertThat(Objects.requireNonNull(report.expected().accuracy()).value()).isCloseTo(0.75, within(0.02));
        assertThat(Objects.requireNonNull(report.expected().auc()).value()).isCloseTo(5.0 / 6, within(0.02));
        assertThat(report.groups()).singleElement().satisfies(groups -> {
            assertThat(groups.groups()).hasSize(2);
            assertThat(groups.parityRatio()).isBetween(0.85, 1.0);
        });
    }

    @Test
    void whatWasRefusedInItsMinutesShowsBesideAWindow() throws Exception {
        population.decide(1, Population.BEGIN, 300, 1);
        assertThat(Objects.requireNonNull(judged(DAY).refused()).rows()).isZero();
        try (Connection connection = database.getConnection()) {
            RefusedInputRows rows = new RefusedInputRows(connection);
            List<RefusedInputLine> lines = List.of(
                    refused(1, 0, RefusedInputTable.ANY, "", 5),
                    refused(1, 0, "MISSING", "person_age", 4),
                    refused(1, 0, "NO_ROW", "", 1),
                    refused(2, 0, "MISSING", "person_age", 100),
                    refused(1, -1, "MISSING", "person_age", 100),
                    refused(1, 24 * 60, "MISSING", "person_age", 100));
            rows.write("one", lines);
            rows.write("one", lines);
            rows.write("another", List.of(refused(1, 24 * 60 - 1, "MISSING", "person_age", 2)));
        }
        JudgedWindow window = ledger.keep(judged(DAY));

        assertThat(Objects.requireNonNull(window.report().refused()).rows()).isEqualTo(5);
        assertThat(window.report().refused().byReason())
                .containsExactly(
                        new RefusedInputs.ByReason("MISSING", "person_age", 6),
                        new RefusedInputs.ByReason("NO_ROW", "", 1));
        assertThat(page(window)).contains("5 were refused", "<td>person_age</td><td>missing, and must be given</td>");

        retention.forget(Population.BEGIN.plus(Duration.ofDays(365)));
        assertThat(refusedInputs.refused(DAY).rows()).as("as old as may be").isEqualTo(5);
        retention.forget(Population.BEGIN.plus(Duration.ofDays(365)).plus(Duration.ofMinutes(1)));
        assertThat(refusedInputs.refused(DAY).rows()).isZero();
        assertThat(refusedInputs.refused(DAY).byReason())
                .as("of a later minute")
                .containsExactly(new RefusedInputs.ByReason("MISSING", "person_age", 2));
    }

    private static RefusedInputLine refused(int version, int minute, String reason, String column, long rows) {
        return new RefusedInputLine(
                "loan", version, Population.BEGIN.plus(Duration.ofMinutes(minute)), reason, column, rows);
    }

    @Test
    void aFallOfIncomesIsAnAlarmOfTheirColumnAlone() throws Exception {
        population.decide(1, Population.BEGIN, 1000, 0.8);
        WindowReport report = judged(DAY);

        assertThat(report.state()).isEqualTo(WindowState.ALARM);
        assertThat(report.alarms()).containsExactly("person_income");
        assertThat(report.columns().get(0).column()).isEqualTo("person_income");
    }

    @Test
    void fewDecisionsSayNothing() throws Exception {
        population.decide(1, Population.BEGIN, 20, 0.1);

        assertThat(judged(DAY).state()).isEqualTo(WindowState.FEW);
    }

    @Test
    void outcomesShowBesideWhatWasExpected() throws Exception {
        List<String> ids = population.decide(1, Population.BEGIN, 1000, 1);
        List<Outcome> outcomes = new ArrayList<>();
        Instant later = Population.BEGIN.plus(Duration.ofDays(30));
        for (int i = 0; i < ids.size(); i++) {
            outcomes.add(new Outcome("/" + i, ids.get(i), "1", later));
        }
        recording.record("loan", outcomes);
        WindowReport report = judged(DAY);

        assertThat(Objects.requireNonNull(report.realised()).rows()).isEqualTo(1000);
        assertThat(Objects.requireNonNull(report.realised().accuracy()).value()).isCloseTo(0.5, within(0.06));
        assertThat(report.realised().auc()).as("of one class").isNull();
        // Everybody positive is not what the probabilities said.
        assertThat(Objects.requireNonNull(report.expected()).refusal()).contains("In this window");
    }

    @Test
    void whatComesOutAfterTheJudgementShowsBesideIt() throws Exception {
        List<String> ids = population.decide(1, Population.BEGIN, 1000, 1);
        JudgedWindow judged = ledger.keep(judged(DAY));
        assertThat(judged.report().realised()).isNull();
        Instant later = Population.BEGIN.plus(Duration.ofDays(30));
        recording.record(
                "loan",
                ids.subList(0, 400).stream()
                        .map(id -> new Outcome("", id, "1", later))
                        .toList());
        late.measure("loan", 1, Population::model);

        WindowReport since = ledger.find(judged.id()).orElseThrow().report();
        assertThat(Objects.requireNonNull(since.realised()).rows()).isEqualTo(400);
        assertThat(since.groups().get(0).groups())
                .allSatisfy(group -> assertThat(group.truePositiveRate()).isNotNull());
        assertThat(since.columns()).isEqualTo(judged.report().columns());
        assertThat(since.expected()).isEqualTo(judged.report().expected());
        recording.record("loan", List.of(new Outcome("", ids.get(999), "0", later)));
        late.measure("loan", 1, Population::model);
        assertThat(Objects.requireNonNull(
                                ledger.find(judged.id()).orElseThrow().report().realised())
                        .rows())
                .isEqualTo(401);
    }

    @Test
    void probabilitiesThatDoNotHoldOnTheHeldOutPartPromiseNothing() throws Exception {
        population.decide(1, Population.BEGIN, 300, 1);
        WatchedModel model = Population.model();
        ReferenceDistribution reference = Objects.requireNonNull(model.distribution());
        ReferenceDistribution off = new ReferenceDistribution(
                reference.columns(),
                reference.score(),
                reference.selected(),
                List.of(new ProbabilityBin(5000, 1000, 1500), new ProbabilityBin(5000, 4000, 3500)),
                reference.groups());
        WindowReport report =
                judge.judge(DAY, new WatchedModel(model.definition(), model.digest(), off), WatchDefinition.DEFAULTS);

        assertThat(Objects.requireNonNull(report.expected()).refusal())
                .startsWith("On the held-out part, ")
                .contains("off by 0.100", "10,000 rows");
        assertThat(report.expected().auc()).isNull();
        assertThat(report.columns()).as("drift needs no probabilities").hasSize(14);
    }

    @Test
    void fewAndManyDecisionsAreCountedTheSame() throws Exception {
        population.decide(1, Population.BEGIN, 700, 0.7);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE loan_decisions SET person_income = NULL, person_education = NULL WHERE score < 20");
        }
        List<CountedColumn> columns = new WatchedColumns(
                        Population.DEFINITION,
                        Objects.requireNonNull(Population.model().distribution()))
                .counted();
        List<Map<String, Long>> few = cells.counts(DAY, columns, 700);

        assertThat(cells.counts(DAY, columns, 1_000_000)).isEqualTo(few);
        assertThat(few)
                .hasSameSizeAs(columns)
                .allSatisfy(counts -> assertThat(counts.values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                        .isEqualTo(700));
        assertThat(few).anySatisfy(counts -> assertThat(counts).containsKey(""));
        assertThat(few).anySatisfy(counts -> assertThat(counts).containsKey("-1"));
    }

    @Test
    void aWindowIsKeptAsItWasJudged() throws Exception {
        population.decide(1, Population.BEGIN, 300, 1);
        JudgedWindow kept = ledger.keep(judged(DAY));

        assertThat(ledger.keep(judged(DAY)).id()).isEqualTo(kept.id());
        assertThat(ledger.find(kept.id())).contains(kept);
        assertThat(ledger.lastEnd("loan", 1)).contains(DAY.to());
        assertThat(ledger.lastEnd("loan", 987)).isEmpty();
        assertThat(page(kept))
                .contains(
                        "Well: nothing is beyond chance",
                        "person_income: Well",
                        "<td>female</td>",
                        "/watch/windows/" + kept.id(),
                        "<td>It was retrained</td>",
                        "http://127.0.0.1:8233/namespaces/default/workflows/pipeline-7",
                        "Version 2: promoted.",
                        "/releases?dataset&#x3D;loan")
                .doesNotContain("NaN");
    }

    @Test
    void theScoreOfFirstDecisionsIsJudgedOnceThereAreEnough() throws Exception {
        population.decide(1, Population.BEGIN, 600, 1);

        assertThat(first(601, false)).isEqualTo(new FirstDecisions(600, null, "more decisions are waited for"));
        FirstDecisions all = first(601, true);
        assertThat(all.decisions()).isEqualTo(600);
        assertThat(all.note()).isNull();
        assertThat(Objects.requireNonNull(all.score()).alarm()).isFalse();
        assertThat(all.score().threshold()).isPositive();
        assertThat(first(400, false).decisions()).isEqualTo(400);
        assertThat(first(20, false).note()).contains("least in monitoring.yaml");
    }

    private FirstDecisions first(long decisions, boolean last) {
        ModelVersionRef version = new ModelVersionRef("loan", 1, "run", Population.DIGEST);
        return firstDecisions.judge(
                new FirstDecisionsRequest(version, Population.BEGIN, decisions, last),
                WatchDefinition.DEFAULTS,
                Population::model);
    }

    @Test
    void theEndOfAWindowOfSoManyDecisionsIsTheirLast() throws Exception {
        population.decide(1, Population.BEGIN, 100, 1);

        assertThat(scan.momentOf(DAY, 100)).contains(Population.BEGIN.plusSeconds(99));
        assertThat(scan.momentOf(DAY, 101)).isEmpty();
    }

    private static String page(JudgedWindow window) {
        return WatchPage.content(
                        new WatchPage.Content(
                                "loan",
                                List.of("loan"),
                                List.of(window),
                                List.of(window),
                                List.of(retrained(window.id()))),
                        ADDRESSES)
                .html();
    }

    private static KeptFollowUp retrained(long window) {
        return new KeptFollowUp(
                1,
                "loan",
                FollowUpVerdict.RETRAIN,
                "A retraining begins.",
                List.of(window),
                700,
                "look",
                Population.BEGIN,
                "pipeline-7",
                "Version 2: promoted.",
                Population.BEGIN);
    }

    private WindowReport judged(DecisionSpan span) {
        return judge.judge(span, Population.model(), WatchDefinition.DEFAULTS);
    }
}
