package io.loanflow.localstack.stack;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SupervisorTest extends ScriptedStack {

    private final List<String> notes = new CopyOnWriteArrayList<>();

    @Test
    void whatWasKilledIsStartedAgain() {
        Component redis = started();
        Supervisor supervisor = supervisor(redis);
        kill("redis");

        await().until(() -> supervisor.look() && launched.size() == 2 && state.isAlive("redis"));

        assertThat(notes).containsExactly("redis had ended; starting again");
    }

    @Test
    void whatEndsAgainAndAgainIsGivenUp() {
        Component redis = component("redis", FOR_EVER);
        starter(redis).start(StartListener.SILENT);
        // Answers, and ends thereafter.
        Component failing = component("redis", "exec sleep 0.1");
        Supervisor supervisor = supervisor(failing);
        kill("redis");

        await().atMost(Duration.ofMinutes(3))
                .until(() -> supervisor.look() && notes.toString().contains("4 times"));

        assertThat(launched).hasSize(1 + RestartLimit.TIMES);
        assertThat(notes).last().asString().contains("within 5 min", "loanflow logs redis", "loanflow up");
        int told = notes.size();
        supervisor.look();
        assertThat(notes).hasSize(told);
    }

    @Test
    void whatSomebodyElseStartsOrStopsIsLeftToThem() {
        Supervisor supervisor = supervisor(started());
        kill("redis");
        StackLock lock = StackLock.take(state);

        try (lock) {
            assertThat(supervisor.look()).isTrue();
        }

        assertThat(launched).hasSize(1);
        assertThat(notes).isEmpty();
    }

    @Test
    void itEndsWithTheStack() {
        Supervisor supervisor = supervisor(started());
        Stopper.kill(state, List.of("redis"));

        supervisor.run();

        assertThat(launched).hasSize(1);
    }

    private Supervisor supervisor(Component... components) {
        return new Supervisor(state, configuration, List.of(components), notes::add);
    }

    private Component started() {
        Component component = component("redis", FOR_EVER);
        starter(component).start(StartListener.SILENT);
        return component;
    }
}
