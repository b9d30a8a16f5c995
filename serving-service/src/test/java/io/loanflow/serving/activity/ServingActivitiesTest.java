package io.loanflow.serving.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.serving.ChampionRequest;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.prediction.PredictorFixture;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServingActivitiesTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final ModelVersionRef SECOND =
            new ModelVersionRef("loan", 2, "0f", FOLDER.facts().digest());

    private final Champion champion = new Champion();
    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();

    @BeforeEach
    void register() {
        environment.registerActivitiesImplementations(new ServingActivitiesImpl(
                champion,
                Champions.rehearsals(PredictorFixture.SETTINGS),
                () -> List.of("serving@test"),
                PredictorFixture.SETTINGS));
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void aVersionInServiceIsReportedAtOnce() {
        Champions.serve(champion, FOLDER, 2, "0f");

        ServingResult result = await(SECOND);

        assertThat(result.model()).isEqualTo(SECOND);
        assertThat(result.predictionUrl()).isEqualTo("http://127.0.0.1:8080/api/v1/predictions");
        assertThat(result.seconds()).isBetween(0.0, 60.0);
    }

    @Test
    void itWaitsHeartbeatingUntilTheVersionIsInService() {
        Champions.serve(champion, FOLDER, 1, "0f");
        CountDownLatch twoHeartbeats = new CountDownLatch(2);
        environment.setActivityHeartbeatListener(String.class, details -> {
            assertThat(details).isEqualTo("version 1 answers");
            twoHeartbeats.countDown();
        });
        Thread switching = new Thread(() -> {
            try {
                twoHeartbeats.await();
                Champions.serve(champion, FOLDER, 2, "0f");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        switching.start();

        assertThat(await(SECOND).model()).isEqualTo(SECOND);
    }

    @Test
    void aRefusedVersionFailsForGoodWithTheReason() {
        Champions.serve(champion, FOLDER, 1, "0f");
        Champions.refuse(champion, 2, "0f", "its forest is damaged");

        assertUnusable(SECOND, "its forest is damaged");
    }

    @Test
    void aVersionThatIsNotTheChampionAnyMoreFailsForGood() {
        Champions.serve(champion, FOLDER, 1, "0f");
        environment.setActivityHeartbeatListener(String.class, details -> Champions.name(champion, 1));

        assertUnusable(SECOND, "another version took its place");
    }

    @Test
    void anotherModelFailsForGoodWithTheSetting() {
        assertFails(
                FailureTypes.MODEL_NOT_SERVED,
                new ModelVersionRef("heart", 1, "0f", "ab"),
                "this service serves model loan, not heart; set LOANFLOW_MODEL to serve it");
    }

    @Test
    void aCancelledWaitEnds() {
        environment.setActivityHeartbeatListener(String.class, details -> environment.requestCancelActivity());

        assertThatThrownBy(() -> await(SECOND)).isInstanceOf(CanceledFailure.class);
    }

    private void assertUnusable(ModelVersionRef version, String message) {
        assertFails(FailureTypes.MODEL_UNUSABLE, version, message);
    }

    private void assertFails(String type, ModelVersionRef version, String message) {
        ActivityFailure failure = catchThrowableOfType(ActivityFailure.class, () -> await(version));

        ApplicationFailure cause = (ApplicationFailure) failure.getCause();
        assertThat(cause.getType()).isEqualTo(type);
        assertThat(cause.isNonRetryable()).isTrue();
        assertThat(cause.getOriginalMessage()).isEqualTo(message);
    }

    private ServingResult await(ModelVersionRef version) {
        return environment.newActivityStub(ServingActivities.class).awaitChampion(new ChampionRequest(version));
    }
}
