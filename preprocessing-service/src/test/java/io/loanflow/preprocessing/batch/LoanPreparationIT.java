package io.loanflow.preprocessing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatch;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.LoanData;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The published loan data, through a real database and a real cache. */
class LoanPreparationIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final PipelineRun FIRST = new PipelineRun("loan", "first");
    private static final PipelineRun SECOND = new PipelineRun("loan", "second");

    private static UnifiedJedis redis;
    private static FeatureBatchCache cache;
    private static BatchPreparation preparation;
    private static DatasetRef load;

    @BeforeAll
    static void storeTheFile() throws Exception {
        DatasetDefinition definition = Definitions.loan();
        StoredLoads loads = new StoredLoads(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password());
        loads.create(definition);
        load = loads.storeFile(definition, LoanData.file(), 1);
        redis = RedisClient.create(REDIS.redisUrl());
        cache = new FeatureBatchCache(redis, BatchSeal.NONE);
        preparation = Preparations.of(loads.database(), cache);
    }

    @AfterAll
    static void everyBufferWasGivenBack() {
        if (cache != null) { // null where the tests are skipped for want of the file
            cache.close();
            redis.close();
        }
    }

    @BeforeEach
    void emptyTheCache() {
        redis.flushAll();
    }

    @Test
    void everyRowIsOnOneSideAndTheSidesAreAlike() {
        PreprocessingResult result = prepare(FIRST);

        assertThat(result.batches().trainRows() + result.batches().testRows()).isEqualTo(45_000);
        assertThat(result.batches().testRows() / 45_000.0).isCloseTo(0.2, within(0.01));
        assertThat(result.trainPositiveShare()).isCloseTo(10_000 / 45_000.0, within(0.005));
        assertThat(result.testPositiveShare()).isCloseTo(10_000 / 45_000.0, within(0.01));
        assertThat(result.alreadyPrepared()).isFalse();
        assertThat(result.madeBy()).isEqualTo(FIRST);
    }

    @Test
    void equalRowsAreNeverOnBothSides() {
        FeatureBatchReader reader = cache.open(prepare(FIRST).batches());
        Map<Part, Set<String>> rows = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            Set<String> texts = rows.computeIfAbsent(part, key -> new HashSet<>());
            reader.forEach(part, batch -> IntStream.range(0, batch.rows()).forEach(row -> texts.add(text(batch, row))));
        }

        assertThat(rows.get(Part.TEST)).isNotEmpty();
        // Not AssertJ's own check, which compares every row with every other.
        assertThat(Collections.disjoint(rows.get(Part.TRAIN), rows.get(Part.TEST)))
                .isTrue();
    }

    @Test
    void genderTravelsBesideTheFeaturesAndIsNone() {
        FeatureBatchReader reader = cache.open(prepare(FIRST).batches());

        assertThat(reader.manifest().schema().features())
                .hasSize(20)
                .contains("person_age", "person_home_ownership=OTHER", "previous_loan_defaults_on_file")
                .noneMatch(name -> name.contains("gender"));
        assertThat(reader.manifest().schema().companions())
                .containsExactly("person_gender", "previous_loan_defaults_on_file");
        Set<String> genders = new HashSet<>();
        reader.forEach(
                Part.TEST,
                batch -> IntStream.range(0, batch.rows()).forEach(row -> genders.add(batch.companion(0, row))));
        assertThat(genders).containsExactlyInAnyOrder("female", "male");
    }

    @Test
    void aSecondRunFindsTheBatchesAndSaysWhoMadeThem() {
        PreprocessingResult first = prepare(FIRST);

        PreprocessingResult second = prepare(SECOND);

        assertThat(second.alreadyPrepared()).isTrue();
        assertThat(second.madeBy()).isEqualTo(FIRST);
        assertThat(second.batches()).isEqualTo(first.batches());
        assertThat(second.seconds()).isEqualTo(first.seconds());
    }

    @Test
    void otherSettingsAreOtherBatches() {
        PreprocessingResult first = prepare(FIRST);

        PreprocessingResult other = preparation.prepare(
                new PreprocessingRequest(load, new PreprocessingSettings(0.2, 43), SECOND), done -> {});

        assertThat(other.alreadyPrepared()).isFalse();
        assertThat(other.batches().keyPrefix()).isNotEqualTo(first.batches().keyPrefix());
        assertThat(other.batches().sha256()).isNotEqualTo(first.batches().sha256());
    }

    @Test
    void aLostBatchIsPreparedAgainWithTheSameChecksum() {
        PreprocessingResult first = prepare(FIRST);
        redis.del(first.batches().keyPrefix() + ":train:1");

        assertIsMadeAgain(first);
    }

    @Test
    void aDamagedBatchIsPreparedAgainWithTheSameChecksum() {
        PreprocessingResult first = prepare(FIRST);
        redis.setrange(first.batches().keyPrefix() + ":test:0", 500, "damage");

        assertIsMadeAgain(first);
    }

    @Test
    void aCacheThatLostEverythingIsFilledAgainWithTheSameChecksum() {
        PreprocessingResult first = prepare(FIRST);
        redis.flushAll();

        assertIsMadeAgain(first);
    }

    @Test
    void batchesLostWhileOthersAreWrittenFailTheAttemptAndTheNextOneMendsIt() {
        PreprocessingResult first = prepare(FIRST);
        redis.flushAll();
        AtomicBoolean flushed = new AtomicBoolean();

        assertThatThrownBy(() -> preparation.prepare(request(SECOND), done -> {
                    if (done > 40_000 && flushed.compareAndSet(false, true)) {
                        redis.flushAll();
                    }
                }))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining(first.batches().keyPrefix());
        assertIsMadeAgain(first);
    }

    @Test
    void whoeverIsToldOfProgressCanStopTheWork() {
        assertThatThrownBy(() -> preparation.prepare(request(FIRST), done -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(redis.dbSize()).isZero();
    }

    private static void assertIsMadeAgain(PreprocessingResult first) {
        PreprocessingResult again = prepare(SECOND);
        assertThat(again.alreadyPrepared()).isFalse();
        assertThat(again.madeBy()).isEqualTo(SECOND);
        assertThat(again.batches()).isEqualTo(first.batches());
        assertThat(prepare(SECOND).alreadyPrepared()).isTrue();
    }

    private static PreprocessingResult prepare(PipelineRun run) {
        return preparation.prepare(request(run), done -> {});
    }

    private static PreprocessingRequest request(PipelineRun run) {
        return new PreprocessingRequest(load, PreprocessingSettings.DEFAULTS, run);
    }

    private static String text(FeatureBatch batch, int row) {
        StringBuilder text = new StringBuilder().append(batch.label(row)).append(batch.companion(0, row));
        for (int feature = 0; feature < batch.features(); feature++) {
            text.append(' ').append(batch.column(feature)[row]);
        }
        return text.toString();
    }
}
