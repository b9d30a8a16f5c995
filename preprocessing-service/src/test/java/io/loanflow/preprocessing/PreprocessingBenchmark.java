package io.loanflow.preprocessing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.preprocessing.batch.BatchPreparation;
import io.loanflow.preprocessing.batch.Preparations;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.LoanData;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Rows a second from the database, encoded, into Redis; run by {@code benchmarks/preprocessing/run}. */
class PreprocessingBenchmark {

    private static final int FILE_ROWS = 45_000;

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void measure() throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        DatasetDefinition definition = Definitions.loan();
        StoredLoads loads = new StoredLoads(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password());
        try (UnifiedJedis redis = RedisClient.create(REDIS.redisUrl());
                FeatureBatchCache cache = new FeatureBatchCache(redis, BatchSeal.NONE)) {
            BatchPreparation preparation = Preparations.of(loads.database(), cache);
            for (String rows : setting("rows", "45000,450000").split(",")) {
                loads.create(definition);
                DatasetRef load = loads.storeFile(definition, LoanData.file(), Integer.parseInt(rows) / FILE_ROWS);
                measure(preparation, redis, load);
                comparePeer(load);
            }
        }
    }

    private static void measure(BatchPreparation preparation, UnifiedJedis redis, DatasetRef load) {
        double[] seconds = new double[Integer.parseInt(setting("rounds", "5"))];
        for (int round = -1; round < seconds.length; round++) { // the first warms the JVM up
            redis.flushAll();
            double took = preparation
                    .prepare(
                            new PreprocessingRequest(
                                    load, PreprocessingSettings.DEFAULTS, new PipelineRun("benchmark", "benchmark")),
                            done -> {})
                    .seconds();
            if (round < 0) {
                report("loanflow, first time", load, took);
            } else {
                seconds[round] = took;
            }
        }
        Arrays.sort(seconds);
        report("loanflow, median of " + seconds.length, load, seconds[seconds.length / 2]);
    }

    /** The same work by the usual Python libraries, on the same servers. */
    private static void comparePeer(DatasetRef load) throws IOException, InterruptedException {
        String python = setting("python", "");
        if (python.isEmpty()) {
            return;
        }
        ProcessBuilder peer = new ProcessBuilder(
                python, "../benchmarks/preprocessing/peer.py", Long.toString(load.loadId()), setting("rounds", "5"));
        peer.environment().put("LOANFLOW_DB_URL", MARIADB.jdbcUrl());
        peer.environment().put("LOANFLOW_DB_USER", MARIADB.user());
        peer.environment().put("LOANFLOW_DB_PASSWORD", MARIADB.password());
        peer.environment().put("REDIS_URL", REDIS.redisUrl());
        Process process = peer.redirectErrorStream(true).start();
        process.getInputStream().transferTo(System.out);
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("the peer ended with status " + status);
        }
    }

    private static void report(String what, DatasetRef load, double seconds) {
        System.out.printf(
                "%-28s %,10d rows %8.3f s %,10.0f rows/s (largest heap allowed: %d MB)%n",
                what,
                load.rows(),
                seconds,
                load.rows() / seconds,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String setting(String name, String standard) {
        String value = System.getenv("LOANFLOW_BENCHMARK_" + name.toUpperCase(Locale.ROOT));
        return value == null || value.isBlank() ? standard : value;
    }
}
