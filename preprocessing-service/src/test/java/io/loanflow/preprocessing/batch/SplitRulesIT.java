package io.loanflow.preprocessing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Rows that are split by groups, by time or by files. Each row's income, or its number, is one of its own, by which it is found again. */
class SplitRulesIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final DatasetDefinition CUSTOMERS = Definitions.small("customers");
    private static final DatasetDefinition SEASONS = Definitions.small("seasons");
    private static final DatasetDefinition ADULTS = Definitions.small("adults");
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private StoredLoads loads;
    private UnifiedJedis redis;
    private FeatureBatchCache cache;
    private BatchPreparation preparation;

    @BeforeEach
    void start() throws Exception {
        loads = new StoredLoads(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password());
        loads.create(CUSTOMERS);
        loads.create(SEASONS);
        loads.create(ADULTS);
        loads.keep(Definitions.text(CUSTOMERS));
        redis = RedisClient.create(REDIS.redisUrl());
        redis.flushAll();
        cache = new FeatureBatchCache(redis, BatchSeal.NONE);
        preparation = Preparations.of(loads.database(), cache);
    }

    @AfterEach
    void stop() {
        cache.close();
        redis.close();
    }

    @Test
    void rowsOfAGroupAreOnOneSideAndSayThatTheyBelongTogether() throws Exception {
        int rows = 20_000;
        FeatureBatchReader batches = prepare(customers(rows, i -> "Müller " + i % 700), PreprocessingSettings.DEFAULTS);

        Map<Integer, String> test = numbers(batches, Part.TEST);
        Map<Integer, String> train = numbers(batches, Part.TRAIN);
        assertThat(test.size() + train.size()).isEqualTo(rows);
        assertThat(test.size()).isBetween(rows / 8, rows / 3);
        Map<Integer, Set<String>> numbersOfGroup = new HashMap<>();
        for (int row : test.keySet()) {
            assertThat(IntStream.iterate(row % 700, other -> other < rows, other -> other + 700))
                    .allMatch(test::containsKey);
        }
        test.forEach((row, number) -> numbersOfGroup
                .computeIfAbsent(row % 700, added -> new HashSet<>())
                .add(number));
        train.forEach((row, number) -> numbersOfGroup
                .computeIfAbsent(row % 700, added -> new HashSet<>())
                .add(number));
        assertThat(numbersOfGroup.values()).allMatch(numbers -> numbers.size() == 1);
        assertThat(numbersOfGroup.values().stream().distinct().count()).isGreaterThan(650);
    }

    @Test
    void aRowWithoutAGroupIsOneByItself() throws Exception {
        FeatureBatchReader batches = prepare(customers(4_000, i -> ""), PreprocessingSettings.DEFAULTS);

        Map<Integer, String> test = numbers(batches, Part.TEST);
        assertThat(test.size()).isBetween(600, 1_000);
        assertThat(test.values()).containsOnly("");
    }

    @Test
    void aGroupStaysOnItsSideInLaterLoads() throws Exception {
        DatasetRef older = customers(1_000, i -> "c" + i % 50);
        DatasetRef both = StoredLoads.selection(older, customers(3_000, i -> "c" + i % 50));

        Map<Integer, String> before = numbers(prepare(older, PreprocessingSettings.DEFAULTS), Part.TEST);
        Map<Integer, String> after = numbers(prepare(both, PreprocessingSettings.DEFAULTS), Part.TEST);

        assertThat(after).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());
    }

    @Test
    void oneGroupCannotBeSplit() throws Exception {
        DatasetRef load = customers(500, i -> "the same");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("none of the 0 rows in the ")
                .hasMessageContaining("Rows are split by customer: load rows of more of its values, or choose another"
                        + " testShare or seed.");
    }

    @Test
    void theLatestRowsAreTheTestPart() throws Exception {
        FeatureBatchReader batches = prepare(seasons(10_000, i -> day(i * 7919 % 10_000 / 10)), settings(0.2));

        assertThat(days(batches, Part.TRAIN, i -> i * 7919 % 10_000 / 10))
                .allMatch(day -> day < 800)
                .hasSize(8_000);
        assertThat(days(batches, Part.TEST, i -> i * 7919 % 10_000 / 10))
                .allMatch(day -> day >= 800)
                .hasSize(2_000);
    }

    @Test
    void rowsOfOneDayAreOnOneSide() throws Exception {
        FeatureBatchReader batches = prepare(seasons(1_000, i -> day(i < 900 ? i % 3 : 3)), settings(0.3));

        assertThat(days(batches, Part.TEST, i -> i < 900 ? i % 3 : 3))
                .hasSize(400)
                .containsOnly(2, 3);
    }

    @Test
    void theBoundaryIsDrawnThroughTheRowsOfAllLoads() throws Exception {
        DatasetRef both = StoredLoads.selection(seasons(400, i -> day(i)), seasons(1_000, i -> day(i)));

        assertThat(days(prepare(both, settings(0.1)), Part.TEST, i -> i))
                .hasSize(100)
                .allMatch(day -> day >= 900);
    }

    @Test
    void rowsOfOneDayOnlyCannotBeSplit() throws Exception {
        DatasetRef load = seasons(300, i -> day(1));

        assertThatThrownBy(() -> prepare(load, settings(0.2)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessage(
                        "rows are split by time, and all 300 have the same issued, so that none is before another. Load"
                                + " rows of other times too, or remove split from the definition.");
        assertThat(redis.dbSize()).isZero();
    }

    @Test
    void recordsWithoutATimeAreSplitByWhatTheyAreLike() throws Exception {
        FeatureBatchReader batches = prepare(seasons(4_000, i -> i < 2_000 ? day(i) : ""), settings(0.2));

        List<Integer> test = days(batches, Part.TEST, i -> i);
        assertThat(test.stream().filter(row -> row < 2_000)).hasSize(400).allMatch(row -> row >= 1_600);
        assertThat(test.stream().filter(row -> row >= 2_000).count()).isBetween(300L, 500L);
    }

    @Test
    void rowsOfAFileForTestingAreTheTestPart() throws Exception {
        DatasetRef load = adults(0, 1_000);
        testRows(load, "501-600,900-1000");

        FeatureBatchReader batches = prepare(load, settings(0.5));

        assertThat(days(batches, Part.TEST, i -> i)).hasSize(201).allMatch(i -> (i >= 500 && i < 600) || i >= 899);
        assertThat(days(batches, Part.TRAIN, i -> i)).hasSize(799);
    }

    @Test
    void rowsOfLoadsWithoutSuchAFileAreForTrainingBesideOneThatHasIt() throws Exception {
        DatasetRef published = adults(0, 1_000);
        DatasetRef decided = adults(900, 1_500);
        testRows(published, "801-1000");

        assertThat(days(prepare(StoredLoads.selection(published, decided), settings(0.2)), Part.TEST, i -> i))
                .hasSize(200)
                .allMatch(i -> i >= 800 && i < 1_000);
        assertThat(days(prepare(decided, settings(0.2)), Part.TEST, i -> i)).hasSizeBetween(80, 160);
    }

    @Test
    void aFileForTestingThatHasOneClassIsNamed() throws Exception {
        DatasetRef load = adults(0, 100);
        testRows(load, "1-1");

        assertThatThrownBy(() -> prepare(load, settings(0.2)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("none of the 1 rows in the test part has granted = no")
                .hasMessageContaining("The files of the data set say by part which rows are for testing");
        testRows(load, "");
        assertThatThrownBy(() -> prepare(load, settings(0.2)))
                .hasMessageContaining("none of the 0 rows in the test part");
    }

    private DatasetRef adults(int from, int to) throws Exception {
        return loads.store(
                ADULTS,
                IntStream.range(from, to)
                        .mapToObj(i -> i + "," + (i % 3 == 0 ? "yes" : "no"))
                        .toList());
    }

    private void testRows(DatasetRef load, String rows) throws Exception {
        loads.execute("UPDATE dataset_load SET test_rows = '" + rows + "' WHERE id = " + load.loadId());
    }

    private static String day(int after) {
        return FIRST.plusDays(after).toString();
    }

    private DatasetRef customers(int rows, IntFunction<String> customer) throws Exception {
        return loads.store(
                CUSTOMERS,
                IntStream.range(0, rows)
                        .mapToObj(i -> customer.apply(i) + "," + i + ",40," + (i % 3 == 0 ? "yes" : "no"))
                        .toList());
    }

    private DatasetRef seasons(int rows, IntFunction<String> day) throws Exception {
        return loads.store(
                SEASONS,
                IntStream.range(0, rows)
                        .mapToObj(i -> day.apply(i) + "," + i + "," + (i % 3 == 0 ? "yes" : "no"))
                        .toList());
    }

    private static PreprocessingSettings settings(double testShare) {
        return new PreprocessingSettings(testShare, 1);
    }

    private FeatureBatchReader prepare(DatasetRef load, PreprocessingSettings settings) {
        PreprocessingResult result = preparation.prepare(
                new PreprocessingRequest(load, settings, new PipelineRun("split", "run")), done -> {});
        return cache.open(result.batches());
    }

    /** Of each row of a part, by its own number, the number of its group. */
    private static Map<Integer, String> numbers(FeatureBatchReader batches, Part part) {
        int companion = batches.manifest().schema().companions().indexOf(FeatureSchema.GROUP);
        Map<Integer, String> numbers = new HashMap<>();
        batches.forEach(part, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                numbers.put((int) batch.column(0)[row], batch.companion(companion, row));
            }
        });
        return numbers;
    }

    private static List<Integer> days(FeatureBatchReader batches, Part part, IntFunction<Integer> day) {
        List<Integer> days = new ArrayList<>();
        batches.forEach(
                part, batch -> Arrays.stream(batch.column(0)).forEach(number -> days.add(day.apply((int) number))));
        return days;
    }
}
