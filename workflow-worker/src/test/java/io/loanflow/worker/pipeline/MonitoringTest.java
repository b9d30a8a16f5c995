package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.monitoring.FollowUpConclusion;
import io.loanflow.contracts.monitoring.JudgedWindowRef;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.monitoring.MonitoringRequest;
import io.loanflow.contracts.monitoring.MonitoringResult;
import io.loanflow.contracts.monitoring.Retraining;
import io.loanflow.contracts.monitoring.RetrainingRequest;
import io.loanflow.contracts.monitoring.RetrainingResult;
import io.loanflow.contracts.release.Verdict;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look at a data set's decisions leads to. */
class MonitoringTest {

    private static final String RETRAINING = Retraining.workflowId("loan");

    private final PipelineEnvironment environment = new PipelineEnvironment();

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void anAlarmLeadsToARunOnAllThatIsKnown() {
        MonitoringResult look = look("look");

        assertThat(look.windows()).extracting(JudgedWindowRef::id).containsExactly(9L);
        assertThat(look.retraining()).isEqualTo(RETRAINING);
        RetrainingResult result =
                environment.client().newUntypedWorkflowStub(RETRAINING).getResult(RetrainingResult.class);
        assertThat(result.pipeline()).isEqualTo("pipeline-loan-retraining-5");
        assertThat(result.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(environment.services.calls())
                .containsSubsequence(
                        "judgeWindows", "decideFollowUp", "ingestOutcomes", "ingest", "train", "moveChampion");
        assertThat(environment.monitoring.conclusions())
                .containsExactly(
                        new FollowUpConclusion(5, "pipeline-loan-retraining-5", null),
                        new FollowUpConclusion(5, null, result.conclusion()));
        assertThat(result.conclusion()).startsWith("Version 3, trained on 36,000 rows: promoted.");
        assertThat(environment.details("look")).contains("window 9 of version 2", "ALARM in score");
    }

    @Test
    void withoutAReasonNothingIsTrained() {
        environment.monitoring.answer(FakeMonitoring.NOTHING);

        MonitoringResult look = look("look");

        assertThat(look.retraining()).isNull();
        assertThat(look.followUp()).isEqualTo(FakeMonitoring.NOTHING);
        assertThat(environment.services.calls()).containsExactly("judgeWindows", "decideFollowUp");
    }

    @Test
    void whatCannotBeJudgedIsSaidAndDecidedAboutWhatWasJudgedBefore() {
        environment.services.failNext("judgeWindows", unusable());

        MonitoringResult look = look("look");

        assertThat(look.problem()).isEqualTo("the model is gone");
        assertThat(look.windows()).isEmpty();
        assertThat(look.retraining()).isEqualTo(RETRAINING);
    }

    @Test
    void oneRetrainingAtATime() {
        CountDownLatch goOn = new CountDownLatch(1);
        environment.services.onNext("ingestOutcomes", () -> HeldBack.until(goOn));

        look("first");
        MonitoringResult second = look("second");
        goOn.countDown();

        assertThat(second.retraining()).isNull();
        assertThat(environment.monitoring.conclusions())
                .first()
                .extracting(FollowUpConclusion::conclusion)
                .asString()
                .contains("Not begun", RETRAINING);
    }

    @Test
    void whatFailedIsKeptWithTheFollowUp() {
        environment.services.failNext("ingestOutcomes", unusable());
        Retraining retraining = environment.stub(Retraining.class, RETRAINING);

        assertThatThrownBy(() -> retraining.retrain(new RetrainingRequest("loan", 5)))
                .hasStackTraceContaining("the model is gone");

        await().untilAsserted(() -> assertThat(environment.monitoring.conclusions())
                .containsExactly(new FollowUpConclusion(5, null, "Failed: the model is gone")));
    }

    @Test
    void aLookAtNoDataSetIsRefused() {
        Monitoring monitoring = environment.stub(Monitoring.class, "look");

        assertThatThrownBy(() -> monitoring.monitor(new MonitoringRequest(" ")))
                .hasStackTraceContaining("names no data set");
    }

    private MonitoringResult look(String id) {
        return environment.stub(Monitoring.class, id).monitor(new MonitoringRequest("loan"));
    }

    private static ApplicationFailure unusable() {
        return ApplicationFailure.newNonRetryableFailure("the model is gone", FailureTypes.MODEL_UNUSABLE);
    }
}
