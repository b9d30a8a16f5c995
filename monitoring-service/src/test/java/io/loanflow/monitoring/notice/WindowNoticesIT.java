package io.loanflow.monitoring.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.InnoDb;
import io.loanflow.monitoring.MonitoringSettings;
import io.loanflow.monitoring.WholeServiceTest;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.fixture.Population;
import io.loanflow.monitoring.judgement.DatasetWatch;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.LateOutcomes;
import io.loanflow.monitoring.judgement.WindowJudge;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.judgement.WindowState;
import io.loanflow.monitoring.outcome.Outcome;
import io.loanflow.monitoring.outcome.OutcomeRecording;
import io.loanflow.monitoring.window.WatchDefinition;
import io.loanflow.testsupport.MlflowExtension;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.TrackedRun;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Windows in a real MariaDB, told to a real MLflow and to a chat tool over HTTP. Each test has a version of its own, and so a run of its own. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
class WindowNoticesIT {

    @RegisterExtension
    static final MlflowExtension MLFLOW = new MlflowExtension();

    /** Nobody listens there. */
    private static final URI DEAD = URI.create("http://127.0.0.1:1");

    private static final Instant LATER = Population.BEGIN.plus(Duration.ofDays(30));

    @Autowired
    private DataSource database;

    @Autowired
    private DatasetWatch watch;

    @Autowired
    private WindowJudge judge;

    @Autowired
    private WindowLedger ledger;

    @Autowired
    private NoticeMarks marks;

    @Autowired
    private OutcomeRecording recording;

    @Autowired
    private LateOutcomes late;

    private final MlflowRuns runs = new MlflowRuns(MLFLOW.trackingUri());
    private ChatTool chat;
    private Population population;

    @BeforeEach
    void empty() throws Exception {
        chat = new ChatTool();
        population = new Population(database, TableEngine.INNODB);
        population.clear();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void windowsAreRunsUnderOneOfTheirVersionWhoseCurvesGoByWindows() throws Exception {
        JudgedWindow well = window(101, 0, 1);
        JudgedWindow alarm = window(101, 1, 0.5);
        notices(MLFLOW.trackingUri(), chat.address()).tellAll("loan");

        TrackedRun version = version(101);
        TrackedRun first = run(well);
        assertThat(List.of(first, run(alarm))).allSatisfy(run -> {
            assertThat(run.tags()).containsEntry("mlflow.parentRunId", version.id());
            assertThat(run.finished()).isTrue();
        });
        assertThat(first.tags()).containsEntry("state", "WELL");
        assertThat(run(alarm).tags()).containsEntry("state", "ALARM");
        assertThat(history(version, "psi_person_income"))
                .extracting(point -> point.path("step").asLong())
                .containsExactly(well.id(), alarm.id());
        assertThat(history(version, "psi_person_income").get(0).path("value").asDouble())
                .isEqualTo(first.metrics().get("psi_person_income"));
        assertThat(first.metrics()).containsKeys("decisions", "expected_auc").doesNotContainKey("realised_auc");
        assertThat(chat.taken()).as("of the alarm alone").hasSize(1);
    }

    @Test
    void anAlarmIsSignedAndToldAgainUntilItIsTaken() throws Exception {
        JudgedWindow alarm = window(102, 0, 0.5);
        chat.failOnce(500);
        WindowNotices notices = notices(MLFLOW.trackingUri(), chat.address());
        notices.tellAll("loan");
        notices.tellAll("loan");

        assertThat(chat.taken()).singleElement().satisfies(message -> {
            assertThat(message.path("text").asString())
                    .contains("decisions of loan version 102", "person_income", "/watch/windows/" + alarm.id());
            assertThat(message.path("id").asLong()).isEqualTo(alarm.id());
            assertThat(message.path("alarms").toString()).isEqualTo("[\"person_income\"]");
        });
    }

    @Test
    void aDeadWebhookKeepsNoWindowFromMlflow() throws Exception {
        List<JudgedWindow> alarms = List.of(window(103, 0, 0.5), window(103, 1, 0.5));
        notices(MLFLOW.trackingUri(), DEAD).tellAll("loan");

        assertThat(alarms).allSatisfy(alarm -> assertThat(run(alarm).finished()).isTrue());
        notices(DEAD, chat.address()).tellAll("loan");
        assertThat(told()).isEqualTo(ids(alarms));
    }

    @Test
    void aDeadMlflowKeepsNoAlarmFromTheWebhook() throws Exception {
        List<JudgedWindow> alarms = List.of(window(104, 0, 0.5), window(104, 1, 0.5));
        notices(DEAD, chat.address()).tellAll("loan");

        assertThat(told()).isEqualTo(ids(alarms));
        assertThat(marks.unlogged("loan")).hasSize(2);
        notices(MLFLOW.trackingUri(), chat.address()).tellAll("loan");
        assertThat(alarms).allSatisfy(alarm -> assertThat(run(alarm).finished()).isTrue());
        assertThat(marks.unlogged("loan")).isEmpty();
        assertThat(told()).as("no alarm twice").isEqualTo(ids(alarms));
    }

    @Test
    void anAlarmThatIsRefusedKeepsNoLaterOneBack() throws Exception {
        JudgedWindow refused = window(105, 0, 0.5);
        JudgedWindow taken = window(105, 1, 0.5);
        chat.takeOnly(message -> message.path("id").asLong() != refused.id());
        notices(DEAD, chat.address()).tellAll("loan");

        assertThat(told()).containsExactly(taken.id());
        assertThat(marks.untold("loan")).containsExactly(refused.id());
    }

    @Test
    void whatComesOutLaterIsLoggedAgain() throws Exception {
        List<String> decisions = population.decide(106, Population.BEGIN, 300, 1);
        JudgedWindow window = judged(106, 0);
        WindowNotices notices = notices(MLFLOW.trackingUri(), chat.address());
        notices.tellAll("loan");
        assertThat(run(window).metrics()).doesNotContainKey("realised_accuracy");

        cameOut(decisions.subList(0, 200), "1", LATER);
        notices.tellAll("loan");
        double first = realised(window);
        assertThat(run(window).metrics()).containsEntry("realised_accuracy", first);

        cameOut(decisions.subList(0, 150), "0", LATER.plusSeconds(1));
        notices.tellAll("loan");
        double second = realised(window);
        assertThat(second).isNotEqualTo(first);
        assertThat(run(window).metrics()).containsEntry("realised_accuracy", second);
        assertThat(version(106).metrics()).containsEntry("realised_accuracy", second);
        assertThat(history(version(106), "realised_accuracy"))
                .allSatisfy(point -> assertThat(point.path("step").asLong()).isEqualTo(window.id()));
        assertThat(history(version(106), "expected_accuracy")).hasSize(1);

        late.measure("loan", 106, Population::model);
        assertThat(marks.unlogged("loan")).as("nothing else came out").isEmpty();
    }

    private void cameOut(List<String> decisions, String label, Instant observed) {
        recording.record(
                "loan",
                decisions.stream()
                        .map(id -> new Outcome("", id, label, observed))
                        .toList());
        late.measure("loan", 106, Population::model);
    }

    private double realised(JudgedWindow window) {
        return ledger.find(window.id())
                .orElseThrow()
                .report()
                .realised()
                .accuracy()
                .value();
    }

    private JudgedWindow window(int version, int day, double incomeFactor) throws Exception {
        population.decide(version, day(day), 300, incomeFactor);
        JudgedWindow window = judged(version, day);
        assertThat(window.report().state()).isEqualTo(incomeFactor == 1 ? WindowState.WELL : WindowState.ALARM);
        return window;
    }

    private JudgedWindow judged(int version, int day) {
        DecisionSpan span = new DecisionSpan("loan", version, day(day), day(day + 1));
        return ledger.keep(judge.judge(span, Population.model(), WatchDefinition.DEFAULTS));
    }

    private static Instant day(int day) {
        return Population.BEGIN.plus(Duration.ofDays(day));
    }

    private WindowNotices notices(URI mlflow, URI webhook) {
        MonitoringSettings settings = new MonitoringSettings(
                new File("../data"),
                URI.create("http://127.0.0.1:8085"),
                mlflow,
                null,
                Duration.ofDays(1),
                Duration.ofDays(365),
                webhook,
                ChatTool.SECRET);
        return new WindowNotices(
                watch,
                ledger,
                marks,
                new WindowRuns(new MlflowRuns(mlflow)),
                new WindowGauges(new SimpleMeterRegistry()),
                new AlertWebhook(settings));
    }

    private TrackedRun version(int version) {
        return found("watched_version", version);
    }

    private TrackedRun run(JudgedWindow window) {
        return found("watched_window", window.id());
    }

    private TrackedRun found(String tag, long value) {
        return runs.find(runs.experiment("loan-watch"), tag, Long.toString(value))
                .orElseThrow();
    }

    private List<Long> told() {
        return chat.taken().stream().map(message -> message.path("id").asLong()).toList();
    }

    private static List<Long> ids(List<JudgedWindow> windows) {
        return windows.stream().map(JudgedWindow::id).toList();
    }

    private static List<JsonNode> history(TrackedRun run, String metric) throws Exception {
        URI address = URI.create(MLFLOW.trackingUri() + "/api/2.0/mlflow/metrics/get-history?run_id=" + run.id()
                + "&metric_key=" + metric);
        String answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return JsonMapper.builder()
                .build()
                .readTree(answer)
                .path("metrics")
                .valueStream()
                .toList();
    }
}
