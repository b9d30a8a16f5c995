package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseEvent;
import io.loanflow.contracts.release.ReleaseEventKind;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Rollback;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.worker.ledger.ReleaseLedger;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReleaseLedgerTest {

    private static final RulingDetails DETAILS = new RulingDetails("| Floor |\n", "http://127.0.0.1:5000/page", 10);

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;
    private final FakeMonitoring monitoring = environment.monitoring;

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void whatComesIntoServiceIsRememberedWithWhatItRestsOn() {
        services.answerPromotion(
                new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97").with(DETAILS));

        release();

        ReleaseEvent event = only();
        assertThat(event.kind()).isEqualTo(ReleaseEventKind.PROMOTED);
        assertThat(event.version()).isEqualTo(FakeServices.TRAINED);
        assertThat(event.from()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(event.to()).isEqualTo(FakeServices.TRAINED);
        assertThat(event.at()).isEqualTo(FakeServices.MOVED_AT);
        assertThat(event.reason()).isEqualTo("AUC 0.98 is above 0.97");
        assertThat(event.run().workflowId()).isEqualTo("release");
        assertThat(event.by()).isEqualTo("Grace");
        assertThat(event.evidence().figures()).startsWith("| Floor |\n| One prediction in ms");
        assertThat(event.evidence().page()).isEqualTo("http://127.0.0.1:5000/page");
        assertThat(event.evidence().word()).isNull();
    }

    @Test
    void whatTheGateRefusesIsRememberedWithTheChampionThatStays() {
        services.answerPromotion(
                new PromotionResult(Verdict.REFUSED, FakeServices.FORMER_CHAMPION, "it is worse").with(DETAILS));

        release();

        ReleaseEvent event = only();
        assertThat(event.kind()).isEqualTo(ReleaseEventKind.REFUSED);
        assertThat(event.from()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(event.to()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(event.reason()).isEqualTo("it is worse");
    }

    @Test
    void whatIsTheChampionAlreadyIsNoHappening() {
        services.answerPromotion(new PromotionResult(Verdict.UNCHANGED, FakeServices.TRAINED, "the same"));

        release();

        assertThat(monitoring.ledger()).isEmpty();
    }

    @Test
    void aRehearsalThatFailsIsRemembered() {
        services.failNext("rehearse", unusable());

        release();

        assertThat(only().kind()).isEqualTo(ReleaseEventKind.REHEARSAL_FAILED);
        assertThat(only().reason()).endsWith("no room for it");
    }

    @Test
    void aPersonsWordIsPartOfTheEvidence() {
        services.answerPromotion(new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "better")
                .with(new ApprovalPolicy(false, 72)));
        Approval yes = new Approval("Ada", "figures seen");
        Approval no = new Approval("Ada", "too few rows");
        Release approved = waiting("approved");
        approved.approve(yes);
        WorkflowStub.fromTyped(approved).getResult(ReleaseResult.class);
        Release rejected = waiting("rejected");
        rejected.reject(no);
        WorkflowStub.fromTyped(rejected).getResult(ReleaseResult.class);

        await().until(() -> monitoring.ledger().size() == 2);
        assertThat(monitoring.ledger())
                .extracting(ReleaseEvent::kind)
                .containsExactly(ReleaseEventKind.PROMOTED, ReleaseEventKind.REJECTED);
        assertThat(monitoring.ledger())
                .extracting(event -> event.evidence().word())
                .containsExactly(yes, no);
    }

    @Test
    void whatIsTakenBackIsRememberedAfterWhatItTakesBack() {
        services.failNext("awaitChampion", unusable());

        release();

        await().until(() -> monitoring.ledger().size() == 2);
        ReleaseEvent back = monitoring.ledger().get(1);
        assertThat(monitoring.ledger().get(0).kind()).isEqualTo(ReleaseEventKind.PROMOTED);
        assertThat(back.kind()).isEqualTo(ReleaseEventKind.TAKEN_BACK);
        assertThat(back.from()).isEqualTo(FakeServices.TRAINED);
        assertThat(back.to()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(back.reason()).isEqualTo("no room for it");
    }

    @Test
    void aMoveThatFailedForGoodIsARefusal() {
        services.failNext(
                "moveChampion", ApplicationFailure.newNonRetryableFailure("refused", FailureTypes.TRACKING_REFUSED));

        release();

        assertThat(only().kind()).isEqualTo(ReleaseEventKind.REFUSED);
        assertThat(only().to()).isEqualTo(FakeServices.FORMER_CHAMPION);
    }

    @Test
    void aRollbackIsRememberedWithWhoWantedItAndWhy() {
        environment
                .stub(Rollback.class, "back")
                .rollback(new RollbackRequest("loan", null, "rejects everybody", "Grace"));

        ReleaseEvent event = only();
        assertThat(event.kind()).isEqualTo(ReleaseEventKind.ROLLED_BACK);
        assertThat(event.from()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(event.to()).isEqualTo(FakeServices.EARLIER);
        assertThat(event.reason()).isEqualTo("rejects everybody");
        assertThat(event.by()).isEqualTo("Grace");
    }

    /** A version that must leave service does not wait for a database. */
    @Test
    void whileTheLedgerIsDownMovesGoOnAndAreRememberedInOrderAfterwards() {
        CountDownLatch up = new CountDownLatch(1);
        monitoring.onNextEntry(() -> HeldBack.until(up));

        release();
        services.planFrom(FakeServices.TRAINED);
        environment.stub(Rollback.class, "back").rollback(new RollbackRequest("loan", null, "rejects everybody"));
        assertThat(services.champion()).isEqualTo(FakeServices.EARLIER);
        assertThat(monitoring.ledger()).isEmpty();
        up.countDown();
        await().until(() -> monitoring.ledger().size() == 2);
        assertThat(monitoring.ledger())
                .extracting(ReleaseEvent::kind)
                .containsExactly(ReleaseEventKind.PROMOTED, ReleaseEventKind.ROLLED_BACK);
    }

    @Test
    void startedByAPersonWithoutInputItHasNothingToWrite() {
        WorkflowStub ledger =
                WorkflowStub.fromTyped(environment.stub(ReleaseLedger.class, ReleaseLedger.workflowId("loan")));
        ledger.start();

        assertThat(ledger.getResult(LedgerHead.class).number()).isZero();
        assertThat(monitoring.ledger()).isEmpty();
    }

    private Release waiting(String id) {
        Release release = environment.stub(Release.class, id);
        WorkflowClient.start(release::release, new ReleaseRequest("loan", 3, null, "Grace"));
        await().ignoreExceptions().until(() -> release.awaitedApproval() != null);
        return release;
    }

    private ReleaseEvent only() {
        await().until(() -> !monitoring.ledger().isEmpty());
        assertThat(monitoring.ledger()).hasSize(1);
        List<ReleaseEvent> ledger = monitoring.ledger();
        return ledger.get(0);
    }

    private void release() {
        environment.stub(Release.class, "release").release(new ReleaseRequest("loan", 3, null, "Grace"));
    }

    private static ApplicationFailure unusable() {
        return ApplicationFailure.newNonRetryableFailure("no room for it", FailureTypes.MODEL_UNUSABLE);
    }
}
