package io.loanflow.localstack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.localservers.ServerProcess;
import io.loanflow.localstack.LoanflowProgram.Outcome;
import io.loanflow.localstack.LoanflowProgram.Running;
import io.loanflow.localstack.stack.StateDirectory;
import io.loanflow.localstack.stack.Stopper;
import io.loanflow.localstack.stack.Supervisor;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starting, looking, killing, stopping. */
class LifeCycleIT {

    @RegisterExtension
    static final LocalStackExtension STACK = new LocalStackExtension();

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("parts")
    void whatIsKilledIsStartedAgain(String part) {
        StateDirectory state = new StateDirectory(STACK.program().state());
        long before = pid(state, part);

        // What MLflow or Temporal have started goes on without them, and keeps their ports.
        kill(state, part);

        await().until(() -> {
            Outcome status = STACK.program().run("status");
            return status.code() == 0 && pid(state, part) != before;
        });
        assertThat(state.log(Supervisor.NAME)).content().contains(part + " had ended; starting again");
    }

    /** All but what watches over them, and what other tests kill in the middle of its work. */
    static List<String> parts() {
        return Stopper.names()
                .filter(name -> !Set.of(
                                Supervisor.NAME,
                                "ingestion-service",
                                "training-service",
                                "serving-service",
                                "workflow-worker")
                        .contains(name))
                .toList();
    }

    @Test
    void aSupervisorThatWasKilledIsShownByStatusAndStartedAgainByUp() {
        kill(new StateDirectory(STACK.program().state()), Supervisor.NAME);

        Outcome broken = STACK.program().run("status");
        Outcome up = STACK.program().run("up", "--no-run");
        Outcome whole = STACK.program().run("status");

        assertThat(broken.code()).as(broken.text()).isEqualTo(1);
        assertThat(broken.text()).containsPattern("supervisor +ended").contains("loanflow up starts it");
        assertThat(up.code()).as(up.text()).isZero();
        assertThat(whole.code()).as(whole.text()).isZero();
        assertThat(whole.text()).containsPattern("supervisor +up").containsPattern("serving-service +up");
    }

    @Test
    void statusIsAlsoForPrograms() {
        Outcome outcome = STACK.program().run("status", "--json");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        JsonNode report = JsonMapper.shared().readTree(outcome.text());
        assertThat(report.path("up").asBoolean()).isTrue();
        assertThat(report.path("parts")
                        .valueStream()
                        .map(part -> part.path("name").asString()))
                .containsExactlyElementsOf(Stopper.names().toList());
        assertThat(report.path("parts").valueStream())
                .allSatisfy(
                        part -> assertThat(part.path("memoryBytes").asLong()).isPositive());
        assertThat(report.at("/wrongDefinitions/0/dataset").asString()).isEqualTo("broken");
    }

    @Test
    void aDataSetWhoseDefinitionIsWrongIsShownWithWhatIsWrong() {
        Outcome outcome = STACK.program().run("status");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("Data set broken cannot be loaded:", "colour");
    }

    @Test
    void upWhenUpSaysSo() {
        STACK.program().run("up", "--no-run");

        Outcome again = STACK.program().run("up");

        assertThat(again.code()).isZero();
        assertThat(again.text()).contains("The stack is up already");
    }

    @Test
    void noPasswordIsOnACommandLine() {
        StateDirectory state = new StateDirectory(STACK.program().state());
        String password = state.configuration().orElseThrow().connections().databasePassword();

        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(command -> command.contains(password));
    }

    @Test
    void aLogIsShown() {
        Outcome outcome = STACK.program().run("logs", "workflow-worker", "-n", "20");

        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text().lines()).hasSizeBetween(1, 20);
    }

    @Test
    void aSignalToEndStopsWhatWasStartedWithinSeconds() throws Exception {
        Running up = startUntilRedisAnswers();

        Instant begun = Instant.now();
        up.interrupt();
        Outcome outcome = up.await();

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(9));
        assertThat(outcome.code()).as(outcome.text()).isEqualTo(143);
        assertThat(outcome.text())
                .contains("Stopping what was started", "What was started is stopped.")
                .doesNotContain("✗");
        assertThat(Stopper.recorded(otherState())).isEmpty();
    }

    @Test
    void aSecondSignalToEndKills() throws Exception {
        Running up = startUntilRedisAnswers();
        StateDirectory state = otherState();
        List<ServerProcess> servers = Stopper.recorded(state).stream()
                .map(name -> state.process(name).orElseThrow())
                .toList();

        up.interrupt();
        await().until(() -> up.text().contains("Stopping what was started"));
        up.interrupt();

        assertThat(up.await().code()).as(up.text()).isEqualTo(143);
        assertThat(servers).isNotEmpty().noneMatch(ServerProcess::isAlive);
        assertThat(Stopper.recorded(state)).isEmpty();
    }

    private StateDirectory otherState() {
        return new StateDirectory(directory.resolve("state"));
    }

    private Running startUntilRedisAnswers() throws Exception {
        LoanflowProgram other =
                new LoanflowProgram(Path.of("..").toRealPath(), otherState().root());
        Running up = other.start("up", "--no-run", "--free-ports");
        await().until(() -> !up.isAlive()
                || Stopper.recorded(otherState()).contains("redis") && up.text().contains("✓ redis"));
        return up;
    }

    @Test
    void aBusyPortIsNamedWithItsOwnerAndNothingIsStarted() throws Exception {
        LoanflowProgram other = new LoanflowProgram(Path.of("..").toRealPath(), directory.resolve("state"));
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(socket.getLocalPort());

            Outcome outcome = other.start(Map.of("LOANFLOW_REDIS_PORT", port), "up", "--free-ports")
                    .await();

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.text())
                    .contains("Port " + port + ", which redis needs, is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("LOANFLOW_REDIS_PORT");
        }
        assertThat(Stopper.recorded(new StateDirectory(other.state()))).isEmpty();
        assertThat(other.run("down", "--purge", "--yes").code()).isZero();
        assertThat(other.state()).doesNotExist();
    }

    private static long pid(StateDirectory state, String part) {
        return state.process(part).map(ServerProcess::pid).orElse(0L);
    }

    private static void kill(StateDirectory state, String component) {
        ProcessHandle process =
                ProcessHandle.of(state.process(component).orElseThrow().pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }
}
