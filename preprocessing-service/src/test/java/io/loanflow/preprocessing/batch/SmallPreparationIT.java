package io.loanflow.preprocessing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSeal;
import io.loanflow.featurebatches.FeatureBatch;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.Definitions;
import io.loanflow.preprocessing.load.LoadUnavailableException;
import io.loanflow.preprocessing.load.StoredLoads;
import io.loanflow.testsupport.MariaDbExtension;
import io.loanflow.testsupport.RedisExtension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** Missing values, and what cannot be prepared. */
class SmallPreparationIT {

    @RegisterExtension
    static final MariaDbExtension MARIADB = new MariaDbExtension();

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final DatasetDefinition APPLICANTS = Definitions.applicants();

    private StoredLoads loads;
    private UnifiedJedis redis;
    private FeatureBatchCache cache;
    private BatchPreparation preparation;

    @BeforeEach
    void start() throws Exception {
        loads = new StoredLoads(MARIADB.jdbcUrl(), MARIADB.user(), MARIADB.password());
        loads.create(APPLICANTS);
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
    void missingValuesBecomeTheMediansOfTheTrainingPart() throws Exception {
        PreprocessingResult result = prepare(loads.store(APPLICANTS, lines(400)), PreprocessingSettings.DEFAULTS);

        FeatureBatchReader reader = cache.open(result.batches());
        List<FeatureBatch> train = new ArrayList<>();
        reader.forEach(Part.TRAIN, train::add);
        FeatureBatch batch = train.get(0);
        assertThat(reader.manifest().schema().features())
                .containsExactly("income", "order", "home=RENT", "home=ÖFFENTLICH", "school");
        assertThat(batch.column(0)).contains(1e6).doesNotContain(Double.NaN);
        assertThat(batch.column(4)).containsOnly(0, 2);
        assertThat(mean(batch.column(1))).isBetween(-1e-9, 1e-9);
        assertThat(reader.manifest().schema().companions()).containsExactly("age", "home");
        assertThat(companions(batch, 0)).containsOnly("below 31", "31 to 32", "32 and above", "");
        assertThat(companions(batch, 1)).contains("RENT", "ÖFFENTLICH", "");
    }

    @Test
    void aRowThatIsInSeveralLoadsCountsOnceAndStaysOnItsSide() throws Exception {
        DatasetRef older = loads.store(APPLICANTS, lines(400));
        DatasetRef newer = loads.store(APPLICANTS, lines(500));
        DatasetRef both = StoredLoads.selection(older, newer);

        PreprocessingResult alone = prepare(newer, PreprocessingSettings.DEFAULTS);
        PreprocessingResult together = prepare(both, PreprocessingSettings.DEFAULTS);

        assertThat(together.alreadyPrepared()).isFalse();
        assertThat(together.batches().trainRows()).isEqualTo(alone.batches().trainRows());
        assertThat(together.batches().testRows()).isEqualTo(alone.batches().testRows());
        assertThat(prepare(both, PreprocessingSettings.DEFAULTS).alreadyPrepared())
                .isTrue();
    }

    @Test
    void loadsOfDifferentDefinitionsAreNotLearntFromTogether() throws Exception {
        DatasetRef older = loads.store(APPLICANTS, lines(400));
        DatasetRef newer = loads.store(APPLICANTS, lines(500));
        String other = Definitions.text(APPLICANTS).replace("bands: [31, 32]", "bands: [31]");
        loads.execute(
                "UPDATE dataset_load SET definition_digest = '" + loads.keep(other) + "' WHERE id = " + newer.loadId());

        assertThatThrownBy(() -> prepare(StoredLoads.selection(older, newer), PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("load 2 of data set applicants was made with another definition");
    }

    @Test
    void theTestPartTeachesTheEncoderNothing() throws Exception {
        // The order of a row is its number, so that the training part's mean can be told from the rows that are in it.
        PreprocessingResult result = prepare(loads.store(APPLICANTS, lines(400)), new PreprocessingSettings(0.5, 1));

        FeatureBatchReader reader = cache.open(result.batches());
        NumericEncoding order =
                (NumericEncoding) reader.manifest().encoder().encodings().get(1);
        assertThat(mean(orders(reader, Part.TRAIN, order))).isCloseTo(order.mean(), within(1e-9));
        assertThat(mean(orders(reader, Part.TEST, order))).isNotCloseTo(order.mean(), within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOADING", "FAILED"})
    void aLoadThatIsNotCompleteIsRefused(String state) throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.setState(load, state);

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessage("load 1 of data set applicants is " + state + ", not COMPLETE. Load the file again.");
    }

    @Test
    void aLoadOfAnotherDataSetIsRefused() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("UPDATE dataset_load SET dataset = 'loan'");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("belongs to data set loan");
    }

    @Test
    void anUnknownLoadIsRefused() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("DELETE FROM dataset_load");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("is unknown to the ledger");
    }

    @Test
    void aLoadThatLacksRowsIsRefusedAndLeavesNothing() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("DELETE FROM applicants_rows WHERE row_no = 50");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("has 99 rows in applicants_rows instead of 100");
        assertThat(redis.dbSize()).isZero();
    }

    @Test
    void aValueTheDefinitionDoesNotKnowIsRefusedWithoutRepeatingIt() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("UPDATE applicants_rows SET home = 'CASTLE' WHERE row_no = 7");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("column home has a category that the definition does not list")
                .hasMessageNotContaining("CASTLE");
    }

    @Test
    void aMissingDecisionIsRefused() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("UPDATE applicants_rows SET granted = NULL WHERE row_no = 7");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("column granted has no value");
    }

    @Test
    void rowsArePreparedWithTheDefinitionThatTheirLoadWasMadeWith() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(400));
        PreprocessingResult first = prepare(load, PreprocessingSettings.DEFAULTS);
        String other = Definitions.text(APPLICANTS).replace("bands: [31, 32]", "bands: [31]");
        loads.execute("UPDATE dataset_load SET definition_digest = '" + loads.keep(other) + "'");

        PreprocessingResult second = prepare(load, PreprocessingSettings.DEFAULTS);

        assertThat(second.alreadyPrepared()).isFalse();
        assertThat(cache.open(first.batches()).manifest().definition()).isEqualTo(Definitions.text(APPLICANTS));
        FeatureBatchReader reader = cache.open(second.batches());
        assertThat(reader.manifest().definition()).isEqualTo(other);
        List<FeatureBatch> train = new ArrayList<>();
        reader.forEach(Part.TRAIN, train::add);
        assertThat(companions(train.get(0), 0)).containsOnly("below 31", "31 and above", "");
    }

    @Test
    void aLoadThatIsOlderThanKeptDefinitionsIsRefused() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));
        loads.execute("UPDATE dataset_load SET definition_digest = NULL");

        assertThatThrownBy(() -> prepare(load, PreprocessingSettings.DEFAULTS))
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("before definitions were kept")
                .hasMessageContaining("Load the file again");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aShareOutOfRangeIsRefused(double share) throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(100));

        assertThatThrownBy(() -> prepare(load, new PreprocessingSettings(share, 1)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessage("testShare must be above 0 and below 1, is " + share);
    }

    @Test
    void aPartWithoutRowsOrWithOneClassIsRefused() throws Exception {
        DatasetRef load = loads.store(APPLICANTS, lines(3));

        assertThatThrownBy(() -> prepare(load, new PreprocessingSettings(1e-9, 1)))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("none of the 0 rows in the test part has granted = no")
                .hasMessageContaining("choose another testShare or seed");
    }

    private PreprocessingResult prepare(DatasetRef load, PreprocessingSettings settings) {
        return preparation.prepare(
                new PreprocessingRequest(load, settings, new PipelineRun("applicants", "run")), done -> {});
    }

    /** income, order, home, school, age, note, granted: every fifth value of a column that allows it is missing. */
    static List<String> lines(int rows) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            lines.add(String.join(
                    ",",
                    i % 5 == 0 ? "" : "1e6",
                    Integer.toString(i),
                    i % 5 == 1 ? "" : i % 2 == 0 ? "RENT" : "ÖFFENTLICH",
                    i % 5 == 2 ? "" : i % 2 == 0 ? "low" : "high",
                    i % 5 == 3 ? "" : Integer.toString(30 + i % 3),
                    "a",
                    i % 3 == 0 ? "yes" : "no"));
        }
        return lines;
    }

    /** As they were before they were standardised. */
    private static double[] orders(FeatureBatchReader reader, Part part, NumericEncoding order) {
        List<FeatureBatch> batches = new ArrayList<>();
        reader.forEach(part, batches::add);
        return Arrays.stream(batches.get(0).column(1))
                .map(standardised -> standardised * order.deviation() + order.mean())
                .toArray();
    }

    private static List<String> companions(FeatureBatch batch, int companion) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            texts.add(batch.companion(companion, row));
        }
        return texts;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
