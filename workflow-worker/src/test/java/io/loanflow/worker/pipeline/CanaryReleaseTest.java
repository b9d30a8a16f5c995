package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.serving.ShadowFigures;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryReleaseTest {

    private static final List<Long> SCORES = Collections.nCopies(ShadowFigures.CELLS, 10L);

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @BeforeEach
    void wantACanary() {
        services.answerPromotion(new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                .with(new RolloutPolicy(
                        new ShadowPolicy(100, 60, 0.9, 0.25, 0.01, 10),
                        new CanaryPolicy(0.1, 100, 60, 0.25, 0.01, 10),
                        null)));
        services.answerShadow(new ShadowFigures("one", 50, 50, 0, 0, SCORES, SCORES, LatencyCounts.NONE));
        services.answerCanary(answered(50, 0));
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aVersionAnswersAShareAfterItsShadowAndBeforeItComesIntoService() {
        assertThat(release().promotion().verdict()).isEqualTo(Verdict.PROMOTED);

        assertThat(services.calls())
                .containsSubsequence(
                        "rehearse",
                        "shadow",
                        "endShadow",
                        "endShadow",
                        "canary",
                        "canary",
                        "endCanary",
                        "endCanary",
                        "moveChampion",
                        "awaitChampion");
    }

    @Test
    void aBadSignMovesItBackAndTheChampionStays() {
        services.answerCanary(answered(5, 1));

        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.promotion().reason())
                .endsWith("in the champion's place, rows without an answer: 2 of 12, and release.canary.max-error-rate"
                        + " in training.yaml says 0.0100");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.calls()).contains("endCanary").doesNotContain("moveChampion");
        await().until(() -> !environment.monitoring.ledger().isEmpty());
        assertThat(environment.monitoring.ledger().get(0).kind()).isEqualTo(ReleaseEventKind.CANARY_FAILED);
        assertThat(environment.monitoring.ledger().get(0).evidence().figures())
                .contains("| In the shadow of the champion |", "| In the champion's place |");
    }

    private ReleaseResult release() {
        return environment.stub(Release.class, "release").release(new ReleaseRequest("loan", 3, null, null));
    }

    /** By each of the two replicas. */
    private static CanaryFigures answered(long answers, long failures) {
        return new CanaryFigures(
                "one", new AnswerFigures(false, answers, failures, LatencyCounts.NONE), SCORES, SCORES);
    }
}
