package io.loanflow.serving.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.fixture.TrainedModel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ChampionTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Champion champion = new Champion("loan");

    @Test
    void thereIsNoneAtFirstAndTheReasonIsSaid() {
        champion.explain("the registry is empty");

        assertThat(champion.current()).isEmpty();
        assertThatThrownBy(champion::required)
                .isInstanceOf(NoChampionException.class)
                .hasMessage("no model is in service: the registry is empty");
    }

    @Test
    void aRefusalExplainsWhyThereIsNone() {
        champion.refuse(new Refusal(2, "0f", "its forest is damaged"));
        champion.explain("the model registry does not answer");

        assertThat(champion.whyNone()).isEqualTo("version 2 was refused: its forest is damaged");
        champion.forgetRefusal();
        assertThat(champion.whyNone()).isEqualTo("the model registry does not answer");
    }

    @Test
    void waitingEndsOnceTheVersionIsInService() {
        CompletableFuture<Boolean> waiting = waitFor(2);
        ChampionFixture.serve(champion, FOLDER, 1, "0f");
        ChampionFixture.serve(champion, FOLDER, 2, "0f");

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
        assertThat(champion.serves(2, "0f")).isTrue();
        assertThat(champion.serves(2, "other run")).isFalse();
        assertThat(champion.serves(1, "0f")).isFalse();
    }

    @Test
    void waitingEndsOnceTheVersionIsRefusedAndTheOldOneStays() {
        ChampionFixture.serve(champion, FOLDER, 1, "0f");
        CompletableFuture<Boolean> waiting = waitFor(2);
        champion.refuse(new Refusal(2, "0f", "its forest is damaged"));

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
        assertThat(champion.serves(1, "0f")).isTrue();
        assertThat(champion.refused(2, "0f")).isTrue();
        assertThat(champion.required().version().version()).isEqualTo(1);
    }

    @Test
    void waitingEndsWhenTheTimeIsOver() throws InterruptedException {
        ChampionFixture.serve(champion, FOLDER, 1, "0f");

        assertThat(champion.await(2, "0f", Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aVersionInServiceEndsTheRefusal() {
        champion.refuse(new Refusal(2, "0f", "its forest is damaged"));
        ChampionFixture.serve(champion, FOLDER, 3, "0f");

        assertThat(champion.refusal()).isEmpty();
    }

    private CompletableFuture<Boolean> waitFor(int version) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return champion.await(version, "0f", LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
