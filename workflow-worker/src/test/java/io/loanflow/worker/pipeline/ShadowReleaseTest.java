package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.serving.ShadowFigures;
import io.temporal.failure.ApplicationFailure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowReleaseTest {

    private static final ShadowPolicy POLICY = new ShadowPolicy(100, 60, 0.9, 0.25, 0.01, 10);

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @BeforeEach
    void wantAShadow() {
        services.answerPromotion(new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                .with(new RolloutPolicy(POLICY, null, null)));
        services.answerShadow(compared(50, 50));
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aVersionComesIntoServiceAfterItAgreedWithTheChampionOnEveryReplica() {
        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls())
                .containsSubsequence(
                        "judge",
                        "rehearse",
                        "replicas",
                        "shadow",
                        "shadow",
                        "endShadow",
                        "endShadow",
                        "moveChampion",
                        "awaitChampion");
        assertThat(event().kind()).isEqualTo(ReleaseEventKind.PROMOTED);
        assertThat(event().evidence().figures())
                .contains("| Decided like the champion | 100 of 100 | 0.900 | passes |");
    }

    @Test
    void aVersionThatDisagreesDoesNotComeIntoService() {
        services.answerShadow(compared(50, 40));

        ReleaseResult result = release();

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(result.promotion().reason())
                .isEqualTo("Version 3 passed the gate, but does not come into service: in the shadow of the champion,"
                        + " decided like the champion: 80 of 100, and release.shadow.min-agreement in training.yaml"
                        + " says 0.900");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(services.calls()).contains("endShadow", "refuse").doesNotContain("moveChampion");
        assertThat(event().kind()).isEqualTo(ReleaseEventKind.SHADOW_FAILED);
        assertThat(event().evidence().figures()).contains("**refuses**");
    }

    @Test
    void aVersionThatTooFewAskedAboutDoesNotComeIntoService() {
        services.answerShadow(compared(3, 3));

        assertThat(release().promotion().reason()).endsWith("6 of 100 decisions came within 60 minutes");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void aVersionThatAReplicaHasNoRoomForDoesNotComeIntoService() {
        services.failNext(
                "shadow", ApplicationFailure.newNonRetryableFailure("no room for it", FailureTypes.MODEL_UNUSABLE));

        assertThat(release().promotion().reason()).endsWith("in the shadow of the champion, no room for it");
        assertThat(services.champion()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void aReplicaThatIsGoneIsLeftOut() {
        services.liveReplicas(List.of("serving@one", "serving@gone"));
        services.answerShadow(compared(100, 100));

        assertThat(release().promotion().verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void theFirstChampionHasNobodyToBeComparedWith() {
        services.champion(null);

        assertThat(release().promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls()).doesNotContain("shadow");
    }

    @Test
    void aRunGoesOnWithTheVersionThatWasComparedInItsRelease() {
        services.answerShadow(compared(10, 10));
        services.onNext("shadow", () -> services.answerShadow(compared(60, 60)));

        PipelineResult result = environment.start("run").getResult(PipelineResult.class);

        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
    }

    private ReleaseResult release() {
        return environment.stub(Release.class, "release").release(new ReleaseRequest("loan", 3, null, null));
    }

    private ReleaseEvent event() {
        await().until(() -> !environment.monitoring.ledger().isEmpty());
        return environment.monitoring.ledger().get(0);
    }

    /** By each of the two replicas. */
    private static ShadowFigures compared(long compared, long agreed) {
        List<Long> scores = Collections.nCopies(ShadowFigures.CELLS, compared / ShadowFigures.CELLS);
        return new ShadowFigures("one", compared, agreed, 0, 0, scores, scores, LatencyCounts.NONE);
    }
}
