package io.loanflow.preprocessing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.ColumnStoreExtension;
import io.loanflow.testsupport.InContainers;
import io.loanflow.testsupport.LoanData;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisContainerExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Rows that lie in a column store in any order become the same batches, in Redis's own image, as those of InnoDB. */
@InContainers
class ColumnStorePreparationIT {

    @RegisterExtension
    static final MariaDbExtension INNODB = new MariaDbExtension();

    @RegisterExtension
    static final ColumnStoreExtension COLUMN_STORE = new ColumnStoreExtension();

    @RegisterExtension
    static final RedisContainerExtension REDIS = new RedisContainerExtension();

    @Test
    void rowsWithMissingValuesBecomeTheSameBatches() throws Exception {
        List<String> lines = SmallPreparationIT.lines(400);

        assertSameBatches(Definitions.applicants(), lines, 1);
    }

    @Test
    void thePublishedFileSeveralTimesBecomesTheSameBatches() throws Exception {
        Path file = LoanData.file();
        List<String> lines = Files.readAllLines(file);

        // More rows than one query reads.
        assertSameBatches(Definitions.loan(), lines.subList(1, lines.size()), 6);
    }

    private static void assertSameBatches(DatasetDefinition definition, List<String> lines, int times)
            throws Exception {
        StoredLoads innoDb = new StoredLoads(INNODB.jdbcUrl(), INNODB.user(), INNODB.password());
        StoredLoads columnStore =
                StoredLoads.inColumnStore(COLUMN_STORE.jdbcUrl(), COLUMN_STORE.user(), COLUMN_STORE.password());

        PreprocessingResult expected = prepare(innoDb, definition, lines, times);
        PreprocessingResult actual = prepare(columnStore, definition, lines, times);

        assertThat(actual.alreadyPrepared()).isFalse();
        assertThat(actual.batches().trainRows() + actual.batches().testRows()).isEqualTo((long) lines.size() * times);
        assertThat(actual.batches()).isEqualTo(expected.batches());
    }

    private static PreprocessingResult prepare(
            StoredLoads loads, DatasetDefinition definition, List<String> lines, int times) throws Exception {
        loads.create(definition);
        try (UnifiedJedis redis = RedisClient.create(REDIS.redisUrl());
                FeatureBatchCache cache = new FeatureBatchCache(redis, BatchSeal.NONE)) {
            redis.flushAll();
            return Preparations.of(loads.database(), cache)
                    .prepare(
                            new PreprocessingRequest(
                                    loads.store(definition, lines, times),
                                    PreprocessingSettings.DEFAULTS,
                                    new PipelineRun("engine", "run")),
                            done -> {});
        }
    }
}
