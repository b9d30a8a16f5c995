package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.Release;
import io.loanflow.localservers.DirectoryTree;
import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.stack.StackConfiguration;
import io.loanflow.localstack.stack.StateDirectory;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Versions are put to the test by what clients ask two replicas of serving all the time, and no request fails whatever becomes of them. */
class RolloutChainIT {

    private static final String DATASET = "rooms";

    /** As in what models learn from. */
    private static final int LOWEST_INCOME = 1500;

    private static final int HIGHEST_INCOME = 8000;

    private static final String SHADOW =
            "  shadow: {decisions: 150, within-minutes: 10, max-p99-milliseconds: 10000}\n";
    private static final String CANARY =
            "  canary: {share: 0.5, decisions: 150, within-minutes: 10, max-p99-milliseconds: 10000}\n";
    private static final String FIRST_WINDOW =
            "  first-window: {decisions: 150, within-minutes: 10, max-p99-milliseconds: 10000}\n";

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    private static Path directory;
    private static SecondServing second;
    private static StackConfiguration stack;
    private static Releases releases;

    private AskingClients clients;

    @BeforeAll
    static void releaseTheFirst() throws IOException {
        directory = Files.createTempDirectory("loanflow-rollout-");
        Path data = STACK.program().data();
        SecondDataset first = SecondDataset.define(DATASET, data, directory);
        Files.writeString(data.resolve(DATASET).resolve("monitoring.yaml"), "false-alarm-rate: 0.001\n");
        policy("");
        releases = new Releases(STACK.program(), DATASET);
        stack = new StateDirectory(STACK.program().state()).configuration().orElseThrow();
        second = SecondServing.start(STACK.program(), Files.createDirectory(directory.resolve("second")));
        assertThat(run(first.file()).text()).contains("promoted: ");
    }

    @AfterAll
    static void stop() throws IOException {
        if (second != null) {
            second.close();
        }
        DirectoryTree.delete(directory);
    }

    @AfterEach
    void noRequestFailed() {
        clients.close();
        assertThat(clients.failures()).isEmpty();
        assertThat(clients.versions()).hasSizeGreaterThan(150);
    }

    @Test
    void aGoodVersionPassesShadowAndCanaryAndStaysAfterItsFirstDecisions() throws Exception {
        int before = releases.champion();
        // Of 150 that differ in nothing, one in a hundred times the scores lie apart by more than 0.25.
        policy(SHADOW + CANARY.replace("share:", "max-score-psi: 5, share:") + FIRST_WINDOW);
        clients = askAsBefore();

        Outcome run = run(file("good.csv", 21, 3));

        assertThat(run.text()).contains("promoted: ");
        int now = releases.champion();
        assertThat(now).isGreaterThan(before);
        await().until(() -> !releases.entries("release.watched", now).isEmpty());
        JsonNode promoted = releases.entries("release.promoted", now).get(0);
        String figures = promoted.at("/body/evidence/figures").asString();
        assertThat(promoted.at("/body/from/version").asInt()).isEqualTo(before);
        assertThat(figures)
                .containsSubsequence(
                        "| In the shadow of the champion | seen | limit | says |",
                        "| Decided like the champion | ",
                        "| In the champion's place | seen | limit | says |",
                        "| Rows without an answer | 0 of ")
                .doesNotContain("**refuses**");
        assertThat(releases.entries("release.watched", now))
                .singleElement()
                .satisfies(entry -> assertThat(entry.at("/body/reason").asString())
                        .contains("its first ", " decisions are within the limits"));
        assertThat(details(Release.workflowId(workflow(run)))).contains("In the shadow of the champion", figures);
        assertThat(details("first-window-" + DATASET + "-" + now))
                .contains("are within the limits", "| Drift of the score | ");
        assertThat(page())
                .contains(
                        "version " + now + " came into service, from version " + before,
                        "version " + now + " was watched over its first decisions, and stays",
                        "In the shadow of the champion",
                        "In the champion&#39;s place");
        assertThat(new HashSet<>(clients.versions())).contains(before, now);
    }

    /** Who earns five times the rent gets the flat: what the gate knows of it is as good as the champion ever was. */
    @Test
    void aVersionThatDecidesOtherwiseIsStoppedInTheShadowAndAnswersNobody() throws Exception {
        int champion = releases.champion();
        policy(SHADOW + CANARY + FIRST_WINDOW);
        clients = askAsBefore();

        Outcome run = run(file("otherwise.csv", 31, 5));

        assertThat(run.text())
                .contains(
                        "passed the gate, but does not come into service: in the shadow of the champion, decided like the champion: ",
                        "release.shadow.min-agreement in training.yaml says 0.9");
        assertStopped(run, "release.shadow-failed", champion, "In the shadow of the champion");
        assertThat(new HashSet<>(clients.versions())).containsExactly(champion);
    }

    @Test
    void aVersionThatScoresOtherwiseIsStoppedAsCanaryAndTheChampionAnswersAllAgain() throws Exception {
        int champion = releases.champion();
        policy(CANARY);
        clients = askAsBefore();

        Outcome run = run(file("canary.csv", 41, 5));

        assertThat(run.text())
                .contains(
                        "passed the gate, but does not come into service: in the champion's place, score's stability index: ",
                        "release.canary.max-score-psi in training.yaml says 0.25");
        int challenger = assertStopped(run, "release.canary-failed", champion, "In the champion's place");
        assertThat(new HashSet<>(clients.versions())).containsExactlyInAnyOrder(champion, challenger);
        int until = clients.versions().size();
        await().until(() -> clients.versions().size() > until + 100);
        // Two of them may have been asked before.
        assertThat(new HashSet<>(clients.versions().subList(until + 2, until + 100)))
                .containsExactly(champion);
    }

    /** Poorer people ask than those that models learnt from, whatever the version. */
    @Test
    void aReplicaThatDiesLeavesTheCanaryToTheOtherAndBadFirstDecisionsRollBack() throws Exception {
        int before = releases.champion();
        policy(CANARY.replace("decisions: 150", "decisions: 400") + FIRST_WINDOW);
        clients = new AskingClients(replicas(), DATASET, LOWEST_INCOME, LOWEST_INCOME * 2);
        Running running = start(file("dies.csv", 51, 3));
        String release = Release.workflowId(FaultIT.run(running).getWorkflowId());
        await().ignoreExceptions()
                .until(() -> !running.isAlive() || details(release).contains("answers 0.500 of all requests"));

        killServing();

        Outcome run = running.await();
        assertThat(run.code()).as(run.text()).isZero();
        assertThat(run.text()).contains("serving-service had ended; starting again", "promoted: ");
        await().until(() -> releases.newest().path("type").asString().equals("release.rolled-back"));
        JsonNode back = releases.newest();
        int withdrawn = back.at("/body/from/version").asInt();
        assertThat(releases.entries("release.promoted", withdrawn)).hasSize(1);
        assertThat(back.at("/body/to/version").asInt()).isEqualTo(before);
        assertThat(back.at("/body/reason").asString()).contains("The first decisions of version " + withdrawn, "score");
        assertThat(back.at("/body/evidence/figures").asString()).contains("stability index");
        assertThat(releases.champion()).isEqualTo(before);
        assertThat(page()).contains("Rolled back from version " + withdrawn + " to version " + before);
        assertThat(clients.versions()).contains(withdrawn);
        int until = clients.versions().size();
        await().until(() -> clients.versions().size() > until + 100);
        assertThat(clients.versions().get(until + 100)).isEqualTo(before);
    }

    /** @return the version */
    private static int assertStopped(Outcome run, String type, int champion, String where) throws Exception {
        assertThat(releases.champion()).isEqualTo(champion);
        await().until(() -> releases.newest().path("type").asString().equals(type));
        JsonNode stopped = releases.newest();
        int version = stopped.at("/body/version/version").asInt();
        assertThat(version).isGreaterThan(champion);
        assertThat(stopped.at("/body/to/version").asInt()).isEqualTo(champion);
        String figures = stopped.at("/body/evidence/figures").asString();
        assertThat(figures).contains(where, "**refuses**");
        assertThat(details(Release.workflowId(workflow(run)))).contains(figures);
        assertThat(page()).contains("version " + version + " was not as it must be in ");
        return version;
    }

    private static List<String> replicas() {
        return List.of(stack.servingUrl(), second.url());
    }

    private static AskingClients askAsBefore() {
        return new AskingClients(replicas(), DATASET, LOWEST_INCOME, HIGHEST_INCOME);
    }

    /** @param rollout keys of {@code release}; none asks for nothing */
    private static void policy(String rollout) throws IOException {
        Files.writeString(
                STACK.program().data().resolve(DATASET).resolve("training.yaml"),
                SecondDataset.LAX_TRAINING + (rollout.isEmpty() ? "" : "release:\n" + rollout));
    }

    private static Path file(String name, long seed, int rents) throws IOException {
        return Files.writeString(directory.resolve(name), SecondDataset.rows(seed, rents));
    }

    private static Running start(Path file) {
        return STACK.program().start("run", "--dataset", DATASET, "--data", file.toString());
    }

    private static Outcome run(Path file) {
        Outcome run = start(file).await();
        assertThat(run.code()).as(run.text()).isZero();
        return run;
    }

    private static String workflow(Outcome run) {
        Matcher id = Pattern.compile("Running the pipeline +(\\S+)").matcher(run.text());
        assertThat(id.find()).as(run.text()).isTrue();
        return id.group(1);
    }

    /** Markdown that Temporal's UI shows of a workflow. */
    private static String details(String workflow) {
        WorkflowServiceStubs service = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(stack.connections().temporalAddress())
                .build());
        try {
            return WorkflowClient.newInstance(service)
                    .newUntypedWorkflowStub(workflow)
                    .query("__temporal_workflow_metadata", WorkflowMetadata.class)
                    .getCurrentDetails();
        } finally {
            service.shutdownNow();
        }
    }

    private static String page() throws Exception {
        URI address = URI.create(stack.monitoringUrl() + "/releases?dataset=" + DATASET);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void killServing() {
        long pid = new StateDirectory(STACK.program().state())
                .process("serving-service")
                .map(ServerProcess::pid)
                .orElseThrow();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }
}
