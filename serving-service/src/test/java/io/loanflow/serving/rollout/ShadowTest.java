package io.loanflow.serving.rollout;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionFixture;
import io.loanflow.serving.decision.DecisionId;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.PredictorFixture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);

    private final ServedModel challenger = model(2);
    private final ServedModel champion = model(1);
    private final Shadow shadow =
            new Shadow(challenger, champion.version(), DecisionFixture.keeper(PredictorFixture.SETTINGS));

    @BeforeEach
    void renew() {
        shadow.renew(Duration.ofMinutes(5));
    }

    @AfterEach
    void end() {
        shadow.end();
    }

    @Test
    void whatTheChampionAnsweredIsScoredAndCompared() {
        Decision same = decision(champion, champion.example().toString(), 0);
        Decision other = decision(champion, champion.example().toString(), 1);
        Decision unreadable = decision(champion, "{\"person_age\": \"old\"}", 0);
        shadow.offer(List.of(same, other, unreadable, same));

        start();

        await().until(() -> shadow.figures().asked() == 4);
        ShadowFigures figures = shadow.figures();
        assertThat(figures.compared()).isEqualTo(3);
        assertThat(figures.agreed()).isEqualTo(2);
        assertThat(figures.failures()).isEqualTo(1);
        assertThat(figures.latency().total()).isEqualTo(3);
        assertThat(figures.championScores().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(3);
        assertThat(figures.challengerScores().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void whatItCannotKeepUpWithIsLeftOutAndCounted() {
        shadow.offer(
                Collections.nCopies(1500, decision(champion, champion.example().toString(), 0)));

        assertThat(shadow.figures().dropped()).isEqualTo(500);
    }

    @Test
    void whatAnotherVersionAnsweredIsNotCompared() {
        shadow.offer(List.of(decision(challenger, champion.example().toString(), 0)));
        shadow.offer(List.of(decision(champion, champion.example().toString(), 0)));
        start();

        await().until(() -> shadow.figures().asked() == 1);
        assertThat(shadow.figures().dropped()).isZero();
    }

    @Test
    void itIsOverWhenNobodyAsksInTime() throws InterruptedException {
        Thread thread = start();
        shadow.renew(Duration.ZERO);

        thread.join(Duration.ofMinutes(1).toMillis());

        assertThat(thread.isAlive()).isFalse();
        assertThat(shadow.isOver()).isTrue();
        assertThat(shadow.isOf(challenger.version(), champion.version())).isFalse();
    }

    private Thread start() {
        Thread thread = new Thread(shadow);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** @param off whether its label is the other one */
    private static Decision decision(ServedModel model, String record, int off) {
        double probability = model.probability(0);
        String label = off == 0 ? own(model) : own(model).equals("1") ? "0" : "1";
        return new Decision(
                DecisionId.at(Instant.now()),
                Instant.now(),
                model.version(),
                model.definitionDigest(),
                new Decision.Verdict(0, probability, model.threshold(), label, null),
                record.getBytes(StandardCharsets.UTF_8),
                false);
    }

    /** Both are the same model: it agrees with itself. */
    private static String own(ServedModel model) {
        return model.label(model.probability(model.score(ShadowFixture.row(model))));
    }

    private static ServedModel model(int version) {
        Champion served = ChampionFixture.champion();
        ChampionFixture.serve(served, FOLDER, version, "0f" + version);
        ModelVersionRef reference = served.required().version();
        assertThat(reference.version()).isEqualTo(version);
        return served.required();
    }
}
