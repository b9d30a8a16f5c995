package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.ScoreDrift;
import io.loanflow.contracts.release.FirstWindow;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.release.FirstWindowRequest;
import io.loanflow.contracts.release.FirstWindowResult;
import io.loanflow.contracts.release.FirstWindowVerdict;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.RolloutPolicy;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstWindowTest {

    private static final FirstWindowPolicy POLICY = new FirstWindowPolicy(100, 2, 0.01, 10, true);

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;
    private final FakeMonitoring monitoring = environment.monitoring;

    @BeforeEach
    void lookAtFirstDecisions() {
        services.champion(FakeServices.TRAINED);
        services.planFrom(FakeServices.TRAINED);
        services.answerFigures(answered(60, 0));
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void aReleaseHasItsVersionWatchedAndDoesNotWaitForIt() {
        services.champion(FakeServices.FORMER_CHAMPION);
        services.answerPromotion(new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97")
                .with(new RolloutPolicy(null, null, POLICY)));

        environment.stub(Release.class, "release").release(new ReleaseRequest("loan", 3, null, null));

        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
        assertThat(environment.isClosed(FirstWindow.workflowId(FakeServices.TRAINED)))
                .isFalse();
    }

    @Test
    void aVersionWhoseFirstDecisionsAreWellStaysAndTheLedgerSaysSo() {
        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.WELL);
        assertThat(result.reason()).isEqualTo("Version 3: its first 120 decisions are within the limits.");
        assertThat(result.figures())
                .contains("0 of 120", "stability index 0.0100")
                .doesNotContain("rolls back");
        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
        ReleaseEvent event = last(ReleaseEventKind.WATCHED);
        assertThat(event.evidence().figures()).isEqualTo(result.figures());
        assertThat(event.to()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void aVersionThatFailsIsRolledBackBeforeTheWindowIsFull() {
        services.answerFigures(answered(5, 1));

        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.ROLLED_BACK);
        assertThat(result.reason())
                .isEqualTo("Version 3: 2 of 12 rows remained without an answer, and max-error-rate allows 0.0100;"
                        + " version 1 is in service.");
        assertThat(services.champion()).isEqualTo(FakeServices.EARLIER);
        assertThat(services.calls())
                .containsSubsequence("figures", "planRollback", "rehearse", "moveChampion", "awaitChampion")
                .doesNotContain("judgeFirstDecisions");
        ReleaseEvent event = last(ReleaseEventKind.ROLLED_BACK);
        assertThat(event.reason()).startsWith("The first decisions of version 3: 2 of 12 rows");
        assertThat(event.evidence().figures()).contains("**rolls back**");
    }

    @Test
    void aScoreThatDriftsIsRolledBack() {
        monitoring.answerFirstDecisions(new FirstDecisions(100, new ScoreDrift(0.7, 0.00001, 0.001, true), null));

        assertThat(watched().reason()).contains("the score drifts beyond chance");
        assertThat(services.champion()).isEqualTo(FakeServices.EARLIER);
    }

    @Test
    void aVersionWithoutAWayBackStaysAndTheReasonIsSaid() {
        services.answerFigures(answered(5, 1));
        services.failNext(
                "planRollback",
                ApplicationFailure.newNonRetryableFailure("no version passed before", FailureTypes.SETTINGS_INVALID));

        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.NO_WAY_BACK);
        assertThat(result.reason()).endsWith("it could not be rolled back: no version passed before.");
        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
        assertThat(last(ReleaseEventKind.WATCHED).reason()).isEqualTo(result.reason());
    }

    @Test
    void nothingIsSaidOfTooFewDecisionsOnceTheTimeIsOver() {
        services.answerFigures(answered(3, 0));
        monitoring.answerFirstDecisions(new FirstDecisions(6, null, "there are 6 decisions"));

        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.TOO_FEW);
        assertThat(result.figures()).contains("there are 6 decisions");
        assertThat(services.champion()).isEqualTo(FakeServices.TRAINED);
    }

    @Test
    void aVersionThatIsInServiceNoMoreIsNobodysToRollBack() {
        services.answerFigures(new AnswerFigures(false, 5, 5, LatencyCounts.NONE));

        assertThat(watched().verdict()).isEqualTo(FirstWindowVerdict.OVERTAKEN);
        assertThat(services.calls()).doesNotContain("planRollback");
    }

    @Test
    void anotherVersionThanTheOneThatWasWatchedIsNotRolledBack() {
        services.answerFigures(answered(5, 1));
        services.planFrom(FakeServices.FORMER_CHAMPION);

        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.NO_WAY_BACK);
        assertThat(result.reason()).contains("Version 3 is the champion no more", "The champion is version 2");
    }

    @Test
    void aScoreThatCannotBeJudgedRollsNothingBack() {
        services.failNext(
                "judgeFirstDecisions",
                ApplicationFailure.newNonRetryableFailure("the model is gone", FailureTypes.TRACKING_REFUSED));

        FirstWindowResult result = watched();

        assertThat(result.verdict()).isEqualTo(FirstWindowVerdict.WELL);
        assertThat(result.figures()).contains("the model is gone");
    }

    /** Begun alone: the test server passes no time on for a workflow whose parent has ended. */
    private FirstWindowResult watched() {
        return environment
                .stub(FirstWindow.class, FirstWindow.workflowId(FakeServices.TRAINED))
                .watch(new FirstWindowRequest("loan", FakeServices.TRAINED, POLICY, Instant.EPOCH));
    }

    private ReleaseEvent last(ReleaseEventKind kind) {
        await().until(() -> monitoring.ledger().stream().anyMatch(event -> event.kind() == kind));
        return monitoring.ledger().get(monitoring.ledger().size() - 1);
    }

    /** By each of the two replicas. */
    private static AnswerFigures answered(long answers, long failures) {
        return new AnswerFigures(true, answers, failures, LatencyCounts.NONE);
    }
}
