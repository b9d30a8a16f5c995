package io.loanflow.localstack.stack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.localservers.LocalServerException;
import io.loanflow.localservers.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterTest extends ScriptedStack {

    @Test
    void aComponentStartsOnceWhatItNeedsAnswers() {
        Path answers = directory.resolve("answers");
        Component redis = component("redis", List.of(), FOR_EVER, () -> {
            boolean again = Files.exists(answers);
            Files.writeString(answers, "");
            return again && launched.equals(List.of("redis"));
        });
        Component worker = component("workflow-worker", List.of("redis"), FOR_EVER, ALWAYS);

        starter(redis, worker).start(StartListener.SILENT);

        assertThat(launched).containsExactly("redis", "workflow-worker");
        assertThat(Stopper.recorded(state)).containsExactly("redis", "workflow-worker");
    }

    @Test
    void whatRunsIsNotStartedAgain() {
        Component redis = component("redis", FOR_EVER);
        starter(redis).start(StartListener.SILENT);

        Starter second = starter(redis);

        assertThat(second.missing()).isEmpty();
        second.start(StartListener.SILENT);
        assertThat(launched).containsExactly("redis");
        assertThat(second.hasStarted()).isFalse();
    }

    @Test
    void whatWasKilledIsStartedAgain() {
        Component redis = component("redis", FOR_EVER);
        starter(redis).start(StartListener.SILENT);
        kill("redis");

        assertThat(starter(redis).missing()).containsExactly(redis);
        assertThat(PartStatus.of(redis, state).condition()).isEqualTo(Condition.ENDED);
        starter(redis).start(StartListener.SILENT);

        assertThat(launched).containsExactly("redis", "redis");
        PartStatus status = PartStatus.of(redis, state);
        assertThat(status.condition()).isEqualTo(Condition.UP);
        assertThat(status.memoryBytes()).isPositive();
    }

    @Test
    void whereOneDoesNotStartTheOthersAreStopped() {
        Component redis = component("redis", FOR_EVER);
        Component broken = component("temporal", List.of("redis"), "echo no space left; exit 3", () -> false);

        assertThatThrownBy(() -> starter(redis, broken).start(StartListener.SILENT))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("temporal ended before it was ready")
                .hasMessageContaining("no space left");

        assertThat(Stopper.recorded(state)).isEmpty();
        assertThat(PartStatus.of(redis, state).condition()).isEqualTo(Condition.STOPPED);
    }

    @Test
    void whatMayBeTriedAgainIsStartedASecondTime() {
        Path first = directory.resolve("first");
        Component worker = new Component(
                "workflow-worker",
                List.of(),
                "",
                List.of(),
                TIME_TO_START,
                2,
                () -> launch(
                        "workflow-worker",
                        "[ -e " + first + " ] || { touch " + first + "; exit 1; }; touch " + first + ".again; "
                                + FOR_EVER),
                () -> () -> Files.exists(Path.of(first + ".again")));

        starter(worker).start(StartListener.SILENT);

        assertThat(launched).containsExactly("workflow-worker", "workflow-worker");
        assertThat(PartStatus.of(worker, state).condition()).isEqualTo(Condition.UP);
    }

    /** A command that is killed between the two steps leaves that. */
    @Test
    void whatWasLaunchedButNotRecordedIsNeitherLaunchedTwiceNorLeft() {
        Path up = directory.resolve("up");
        ServerProcess forgotten = launch("redis", "touch " + up + "; " + FOR_EVER);
        await().until(() -> Files.exists(up));
        assertThat(Stopper.recorded(state)).isEmpty();

        StackLock lock = StackLock.take(state);
        try (lock) {
            starter(component("redis", FOR_EVER)).start(StartListener.SILENT);
        }

        assertThat(launched).containsExactly("redis");
        Stopper.stop(state, Stopper.recorded(state));
        assertThat(forgotten.isAlive()).isFalse();
    }

    @Test
    void onlyOneCommandAtATimeStartsOrStops() {
        StackLock lock = StackLock.take(state);
        try (lock) {
            assertThat(StackLock.tryTake(state)).isEmpty();
        }
        StackLock again = StackLock.take(state);
        again.close();
    }
}
