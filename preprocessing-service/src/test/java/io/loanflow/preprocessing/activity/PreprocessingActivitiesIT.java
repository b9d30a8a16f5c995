package io.loanflow.preprocessing.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingActivities;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.batch.Preparations;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

class PreprocessingActivitiesIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final int ROWS = 100_000;

    private final TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    private UnifiedJedis redis;
    private FeatureBatchCache cache;
    private PreprocessingActivities activities;
    private DatasetRef load;

    @BeforeEach
    void start() throws Exception {
        DatasetDefinition definition = Definitions.applicants();
        StoredLoads loads = new StoredLoads(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password());
        loads.create(definition);
        load = loads.store(
                definition,
                IntStream.range(0, ROWS)
                        .mapToObj(i -> i + "," + i + ",RENT,low,40,a," + (i % 3 == 0 ? "yes" : "no"))
                        .toList());
        redis = RedisClient.create(REDIS.redisUrl());
        redis.flushAll();
        cache = new FeatureBatchCache(redis, BatchSeal.NONE);
        environment.registerActivitiesImplementations(
                new PreprocessingActivitiesImpl(Preparations.of(loads.database(), cache)));
        activities = environment.newActivityStub(
                PreprocessingActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        // Heartbeats are sent at most this often: short, so that every one is.
                        .setHeartbeatTimeout(Duration.ofMillis(1))
                        .build());
    }

    @AfterEach
    void stop() {
        environment.close();
        cache.close();
        redis.close();
    }

    @Test
    void rowsArePreparedAndProgressIsTold() {
        List<RowProgress> told = new CopyOnWriteArrayList<>();
        environment.setActivityHeartbeatListener(RowProgress.class, told::add);

        PreprocessingResult result = preprocess(load);

        assertThat(result.batches().trainRows() + result.batches().testRows()).isEqualTo(ROWS);
        assertThat(told)
                .contains(new RowProgress(0, ROWS, "rows"))
                .extracting(RowProgress::done)
                .isSorted()
                .hasSizeGreaterThan(2)
                .allMatch(done -> done <= ROWS);
    }

    @Test
    void aCancelledActivityStopsAndLeavesNoManifest() {
        environment.setActivityHeartbeatListener(RowProgress.class, progress -> {
            if (progress.done() > ROWS / 10) {
                environment.requestCancelActivity();
            }
        });

        assertThatThrownBy(() -> preprocess(load)).isInstanceOf(CanceledFailure.class);
        assertThat(redis.keys("*:manifest")).isEmpty();
    }

    @Test
    void factsAboutTheDataAreFailuresForGood() {
        assertFailsForGood(
                new DatasetRef("unknown", 1, null, 1, ROWS, "aa", load.origin()),
                PreprocessingSettings.DEFAULTS,
                FailureTypes.LOAD_UNAVAILABLE);
        assertFailsForGood(
                new DatasetRef(load.dataset(), 3, null, 999, ROWS, "aa", load.origin()),
                PreprocessingSettings.DEFAULTS,
                FailureTypes.LOAD_UNAVAILABLE);
        assertFailsForGood(load, new PreprocessingSettings(2, 1), FailureTypes.SETTINGS_INVALID);
    }

    private void assertFailsForGood(DatasetRef ref, PreprocessingSettings settings, String type) {
        assertThatThrownBy(() -> activities.preprocess(request(ref, settings)))
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(ApplicationFailure.class))
                .satisfies(failure -> {
                    assertThat(failure.getType()).isEqualTo(type);
                    assertThat(failure.isNonRetryable()).isTrue();
                });
    }

    private PreprocessingResult preprocess(DatasetRef ref) {
        return activities.preprocess(request(ref, PreprocessingSettings.DEFAULTS));
    }

    private static PreprocessingRequest request(DatasetRef ref, PreprocessingSettings settings) {
        return new PreprocessingRequest(ref, settings, new PipelineRun("pipeline", "run"));
    }
}
