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
import io.loanflow.datasettables.TableEngine;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.champion.Champion;
import io.loanflow.serving.champion.ChampionFixture;
import io.loanflow.serving.champion.Champions;
import io.loanflow.serving.decision.DecisionFixture;
import io.loanflow.serving.fixture.TrainedModel;
import io.loanflow.serving.rollout.ShadowFixture;
import io.loanflow.serving.rollout.VersionTallies;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServingActivitiesTest {

    private static final ModelFolder FOLDER = TrainedModel.small(1).folder(DataOrigin.FILE);
    private static final ModelFolder TENANTS = TrainedModel.ofTenants(1).folder(DataOrigin.FILE);
    private static final ModelVersionRef SECOND =
            new ModelVersionRef("loan", 2, "0f", FOLDER.facts().digest());

    private static final ServingSettings SETTINGS = settings(URI.create("http://127.0.0.1:1"));

    private final Champions champions = new Champions(SETTINGS);
    private final Champion champion = champions.follow("loan");
    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();

    @BeforeEach
    void register() {
        environment.registerActivitiesImplementations(new ServingActivitiesImpl(
                champions,
                ChampionFixture.rehearsals(SETTINGS),
                new VersionTallies(champions, DecisionFixture.keeper(SETTINGS)),
                ShadowFixture.room(SETTINGS),
                ShadowFixture.canaries(champions, SETTINGS),
                () -> List.of("serving@test"),
                SETTINGS));
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void aVersionInServiceIsReportedAtOnce() {
        ChampionFixture.serve(champion, FOLDER, 2, "0f");

        ServingResult result = await(SECOND);

        assertThat(result.model()).isEqualTo(SECOND);
        assertThat(result.predictionUrl()).isEqualTo("http://127.0.0.1:8080/api/v1/loan/predictions");
        assertThat(result.seconds()).isBetween(0.0, 60.0);
    }

    @Test
    void itWaitsHeartbeatingUntilTheVersionIsInService() {
        ChampionFixture.serve(champion, FOLDER, 1, "0f");
        CountDownLatch twoHeartbeats = new CountDownLatch(2);
        environment.setActivityHeartbeatListener(String.class, details -> {
            assertThat(details).isEqualTo("version 1 answers");
            twoHeartbeats.countDown();
        });
        Thread switching = new Thread(() -> {
            try {
                twoHeartbeats.await();
                ChampionFixture.serve(champion, FOLDER, 2, "0f");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        switching.start();

        assertThat(await(SECOND).model()).isEqualTo(SECOND);
    }

    @Test
    void aRefusedVersionFailsForGoodWithTheReason() {
        ChampionFixture.serve(champion, FOLDER, 1, "0f");
        ChampionFixture.refuse(champion, 2, "0f", "its forest is damaged");

        assertUnusable(SECOND, "its forest is damaged");
    }

    @Test
    void aVersionThatIsNotTheChampionAnyMoreFailsForGood() {
        ChampionFixture.serve(champion, FOLDER, 1, "0f");
        environment.setActivityHeartbeatListener(String.class, details -> ChampionFixture.name(champion, 1));

        assertUnusable(SECOND, "another version took its place");
    }

    @Test
    void anotherModelFailsForGoodWithTheSetting() {
        assertFails(
                FailureTypes.MODEL_NOT_SERVED,
                new ModelVersionRef("heart", 1, "0f", "ab"),
                "this service serves loan, tenants, not heart; add it to LOANFLOW_MODELS");
    }

    @Test
    void eachDataSetHasItsOwnChampion() {
        ChampionFixture.serve(champion, FOLDER, 2, "0f");
        ModelVersionRef tenants =
                new ModelVersionRef("tenants", 2, "0f", TENANTS.facts().digest());
        environment.setActivityHeartbeatListener(
                String.class, details -> ChampionFixture.serve(champions.follow("tenants"), TENANTS, 2, "0f"));

        assertThat(await(tenants).predictionUrl()).isEqualTo("http://127.0.0.1:8080/api/v1/tenants/predictions");
    }

    @Test
    void whatIsNotServedIsNotRehearsedEither() {
        ActivityFailure failure = catchThrowableOfType(
                ActivityFailure.class,
                () -> environment
                        .newActivityStub(ServingActivities.class)
                        .rehearse(new ModelVersionRef("heart", 1, "0f", "ab")));

        assertThat(((ApplicationFailure) failure.getCause()).getType()).isEqualTo(FailureTypes.MODEL_NOT_SERVED);
    }

    @Test
    void aCancelledWaitEnds() {
        environment.setActivityHeartbeatListener(String.class, details -> environment.requestCancelActivity());

        assertThatThrownBy(() -> await(SECOND)).isInstanceOf(CanceledFailure.class);
    }

    @Test
    @Timeout(30)
    void aRehearsalHeartbeatsWhileTheModelComesAndEndsWhenItIsCancelled() throws IOException {
        // Takes connections and never answers, as a host that is gone or a network that is very slow.
        try (ServerSocket silent = new ServerSocket(0)) {
            ServingSettings slow = settings(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            TestActivityEnvironment temporal = TestActivityEnvironment.newInstance();
            temporal.registerActivitiesImplementations(new ServingActivitiesImpl(
                    champions,
                    ChampionFixture.rehearsals(slow),
                    new VersionTallies(champions, DecisionFixture.keeper(SETTINGS)),
                    ShadowFixture.room(SETTINGS),
                    ShadowFixture.canaries(champions, SETTINGS),
                    () -> List.of("serving@test"),
                    slow));
            List<String> heartbeats = new CopyOnWriteArrayList<>();
            temporal.setActivityHeartbeatListener(String.class, words -> {
                heartbeats.add(words);
                if (heartbeats.size() > 1) {
                    temporal.requestCancelActivity();
                }
            });

            assertThatThrownBy(() ->
                            temporal.newActivityStub(ServingActivities.class).rehearse(SECOND))
                    .isInstanceOf(CanceledFailure.class);
            assertThat(heartbeats).startsWith("loads and tries version 2", "loads and tries version 2");
            temporal.close();
        }
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

    private static ServingSettings settings(URI trackingUri) {
        return new ServingSettings(
                trackingUri,
                "loan",
                List.of("loan", "tenants"),
                null,
                URI.create("http://127.0.0.1:8080"),
                Duration.ofSeconds(1),
                Duration.ZERO,
                5,
                DecisionFixture.NOT_REMEMBERED,
                DecisionFixture.NO_DATABASE,
                new ServingSettings.Table(TableEngine.AUTO));
    }

    private ServingResult await(ModelVersionRef version) {
        return environment.newActivityStub(ServingActivities.class).awaitChampion(new ChampionRequest(version));
    }
}
