package io.loanflow.worker.pipeline;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.pipeline.PipelineRequest;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.pipeline.WaitingReleases;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.ApprovalPolicy;
import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Release;
import io.loanflow.contracts.release.ReleaseRequest;
import io.loanflow.contracts.release.ReleaseResult;
import io.loanflow.contracts.release.Verdict;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleaseApprovalTest {

    private static final PromotionResult BETTER =
            new PromotionResult(Verdict.PROMOTED, FakeServices.TRAINED, "AUC 0.98 is above 0.97");
    private static final Approval ADA = new Approval(" Ada ", "figures seen");

    private final PipelineEnvironment environment = new PipelineEnvironment();
    private final FakeServices services = environment.services;

    @BeforeEach
    void askSomebodyElse() {
        services.answerPromotion(BETTER.with(new ApprovalPolicy(true, 72)));
    }

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void whatAPersonApprovesComesIntoService() {
        Release release = waiting("Bob");

        AwaitedApproval awaited = release.approve(ADA);

        assertThat(awaited.version()).isEqualTo(FakeServices.TRAINED);
        assertThat(awaited.former()).isEqualTo(FakeServices.FORMER_CHAMPION);
        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls()).containsSubsequence("rehearse", "recordApproval", "moveChampion", "awaitChampion");
        assertThat(services.approval()).isEqualTo(new Approval("Ada", "figures seen"));
    }

    @Test
    void whatAPersonRejectsStaysOut() {
        Release release = waiting(null);

        release.reject(ADA);

        assertThat(result(release).promotion())
                .isEqualTo(new PromotionResult(
                        Verdict.REFUSED,
                        FakeServices.FORMER_CHAMPION,
                        "Version 3 passed the gate, but does not come into service: Ada rejected it: figures seen"));
        assertThat(services.calls()).contains("refuse").doesNotContain("moveChampion", "recordApproval");
    }

    @Test
    void nobodysAnswerIsNoUntilTheDeadline() {
        Release release = waiting(null);
        Instant until = Objects.requireNonNull(release.awaitedApproval()).until();

        environment.skip(Duration.ofHours(71));
        assertThat(release.awaitedApproval()).isNotNull();
        environment.skip(Duration.ofHours(2));

        assertThat(until).isAfter(Instant.now());
        assertThat(result(release).promotion().reason()).endsWith("nobody approved it in time");
        assertThat(services.calls()).doesNotContain("moveChampion");
    }

    @Test
    void whoStartedItMayRejectButNotApprove() {
        Release release = waiting("ada");

        assertRefused(() -> release.approve(ADA), "Ada started this release", "release.four-eyes");

        assertThat(release.reject(ADA).startedBy()).isEqualTo("ada");
        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aWordWithoutANameOrAReasonIsRefused() {
        Release release = waiting(null);

        assertRefused(() -> release.approve(new Approval(" ", "seen")), "property name", "{\"name\": \"Ada\"");
        assertRefused(() -> release.reject(new Approval("Ada", "x".repeat(1001))), "property reason");

        assertThat(release.awaitedApproval()).isNotNull();
        release.approve(ADA);
        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.PROMOTED);
    }

    /** The version is on its way into service, and the first word cannot be taken back. */
    @Test
    void oneWordIsEnough() {
        CountDownLatch goOn = new CountDownLatch(1);
        services.onNext("moveChampion", () -> HeldBack.until(goOn));
        Release release = waiting(null);
        release.approve(ADA);

        try {
            assertRefused(() -> release.approve(ADA), "The release waits for nobody's approval any more.");
            assertRefused(() -> release.reject(ADA), "The release waits for nobody's approval any more.");
        } finally {
            goOn.countDown();
        }

        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls().stream().filter("recordApproval"::equals)).hasSize(1);
    }

    @Test
    void aWordAfterTheDeadlineFindsTheReleaseOver() {
        Release release = waiting(null);
        environment.skip(Duration.ofHours(73));
        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.REFUSED);

        PipelineRun over = new PipelineRun(
                "release",
                Objects.requireNonNull(WorkflowStub.fromTyped(release).getExecution())
                        .getRunId());
        assertThatThrownBy(() -> release.approve(ADA)).isInstanceOf(WorkflowNotFoundException.class);
        assertThat(new WaitingReleases(environment.client()).say(over, true, ADA))
                .contains("The release is over; it waits for nobody any more.");

        assertThat(services.calls()).doesNotContain("recordApproval", "moveChampion");
    }

    /** What was approved was better than a champion that is none any more. */
    @Test
    void aChampionThatChangesMeanwhileIsComparedAnewAndApprovedAnew() {
        Release release = waiting(null);
        services.champion(FakeServices.EARLIER);

        release.approve(ADA);

        await().until(() -> {
            AwaitedApproval again = release.awaitedApproval();
            return again != null && FakeServices.EARLIER.equals(again.former());
        });
        release.approve(ADA);
        assertThat(result(release).promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(services.calls().stream().filter("judge"::equals)).hasSize(2);
    }

    @Test
    void otherRunsOfTheDataSetGoOnWhileARunWaits() {
        WorkflowStub first = environment.start("first", startedBy("Bob"));
        Release release = environment.client().newWorkflowStub(Release.class, Release.workflowId("first"));
        await().until(() -> services.calls().contains("rehearse") && release.awaitedApproval() != null);
        assertThat(environment.details("first")).contains("version 3 waits for approval until");
        services.answerPromotion(new PromotionResult(Verdict.HELD, FakeServices.FORMER_CHAMPION, "nobody can know"));

        PipelineResult second = environment.pipeline("second").run(PipelineRequest.of("loan"));

        assertThat(second.promotion().verdict()).isEqualTo(Verdict.HELD);
        release.approve(ADA);
        PipelineResult result = first.getResult(PipelineResult.class);
        assertThat(result.promotion().verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(result.serving()).isNotNull();
    }

    private static PipelineRequest startedBy(String name) {
        return new PipelineRequest("loan", null, null, null, null, null, null, null, name);
    }

    private Release waiting(String startedBy) {
        Release release = environment.stub(Release.class, "release");
        WorkflowClient.start(release::release, new ReleaseRequest("loan", 3, null, startedBy));
        await().until(() -> release.awaitedApproval() != null);
        return release;
    }

    private static ReleaseResult result(Release release) {
        return WorkflowStub.fromTyped(release).getResult(ReleaseResult.class);
    }

    private static void assertRefused(ThrowingCallable word, String... texts) {
        assertThatThrownBy(word)
                .isInstanceOfSatisfying(
                        WorkflowUpdateException.class,
                        refusal -> assertThat(Objects.requireNonNull(refusal.getCause())
                                        .getMessage())
                                .contains(texts));
    }
}
