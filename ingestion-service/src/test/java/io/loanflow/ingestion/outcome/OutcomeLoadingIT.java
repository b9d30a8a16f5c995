package io.loanflow.ingestion.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.DecisionOutcomes;
import io.loanflow.contracts.decision.DecisionTable;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.ingestion.SelectedLoad;
import io.loanflow.datasettables.DecisionRowTable;
import io.loanflow.datasettables.TableEngine;
import io.loanflow.ingestion.InnoDb;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.load.Datasets;
import io.loanflow.ingestion.load.LoadProgress;
import io.loanflow.ingestion.load.LoadRejectedException;
import io.loanflow.ingestion.load.LoadSelection;
import io.loanflow.ingestion.load.LoadUnavailableException;
import io.loanflow.ingestion.load.RowsChoice;
import io.loanflow.ingestion.load.RowsWanted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.FileSystemResource;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Decisions become rows; the tables are those that serving and monitoring make. Each test has a data set of its own. */
@WholeServiceTest
@ContextConfiguration(initializers = InnoDb.class)
@TestPropertySource(
        properties = {"loanflow.data-directory=target/outcomes/data", "loanflow.files-directory=target/outcomes/files"})
class OutcomeLoadingIT {

    private static final Path DATA = Path.of("target/outcomes/data");
    private static final Path FILES = Path.of("target/outcomes/files");
    private static final PipelineRun RUN = new PipelineRun("workflow", "run");

    @Autowired
    OutcomeLoading loading;

    @Autowired
    RowsChoice choice;

    @Autowired
    LoadSelection selection;

    @Autowired
    Datasets datasets;

    @Autowired
    QuarantineEntries quarantine;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource connections;

    private String dataset;

    @BeforeEach
    void define(TestInfo test) throws IOException, SQLException {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        dataset = name.substring(0, Math.min(name.length(), 20)) + "_"
                + UUID.randomUUID().toString().substring(0, 6);
        Path folder = Files.createDirectories(DATA.resolve(dataset));
        Files.createDirectories(FILES);
        Files.writeString(folder.resolve("dataset.yaml"), """
                name: %s
                version: 1
                title: Cats
                description: Cats
                source: {file: own.csv, format: csv, delimiter: ";"}
                quarantine-limit: 0.05
                positive-label: "yes"
                columns:
                  - {name: weight, description: Weight, type: real, range: [0, 1000], role: feature}
                  - {name: sex, description: Sex, type: nominal, categories: [tom, queen], role: protected}
                  - {name: tame, description: Tame, type: boolean, categories: ["no", "yes"], role: target}
                """.formatted(dataset));
        prepareTables(datasets.definition(dataset));
    }

    @Test
    void recordsBecomeRowsWithTheirLatestOutcome() {
        for (int i = 0; i < 2500; i++) {
            decide(i, "{\"weight\": " + i % 100 + ".5}", i % 2 == 0 ? "yes" : "no");
        }
        outcome(0, "no");

        OutcomeLoading.LoadedOutcomes loaded = load();

        DatasetLoad load = loaded.load().orElseThrow().load();
        assertThat(loaded.decisions()).isEqualTo(2500);
        assertThat(load.source().origin()).isEqualTo(DataOrigin.OUTCOMES);
        assertThat(load.figures().rowsStored()).isEqualTo(2500);
        assertThat(rows("tame = 'yes'", load)).isEqualTo(1249);
        assertThat(rows("sex IS NULL", load)).isEqualTo(2500);
        assertThat(FILES.resolve(".uploads")).isEmptyDirectory();
    }

    @Test
    void theSameOutcomesMakeTheSameLoadAndACorrectionAnother() {
        decide(1, "{\"weight\": 1}", "yes");
        decide(2, "{\"weight\": 2}", "no");

        DatasetLoad first = load().load().orElseThrow().load();
        assertThat(load().load().orElseThrow().alreadyLoaded()).isTrue();
        outcome(2, "yes");
        DatasetLoad corrected = load().load().orElseThrow().load();

        assertThat(corrected.id()).isNotEqualTo(first.id());
        assertThat(selection.around(corrected).loadId()).isEqualTo(corrected.id());
        assertThat(selection.around(corrected).selection()).isNull();
    }

    @Test
    void aRecordThatIsNoRowIsSetAsideOrRefusesTheLoad() {
        for (int i = 0; i < 100; i++) {
            decide(i, i == 50 ? "{\"weight\": 5000}" : "{\"weight\": 5, \"gone\": \"by\"}", "yes");
        }
        DatasetLoad load = load().load().orElseThrow().load();
        assertThat(load.figures().rowsQuarantined()).isEqualTo(1);
        assertThat(quarantine.ofLoad(load.id(), Pageable.unpaged()).getContent())
                .hasSize(1);

        for (int i = 100; i < 120; i++) {
            decide(i, "{}", "yes");
        }
        assertThatThrownBy(this::load).isInstanceOf(LoadRejectedException.class);
    }

    @Test
    void withoutOutcomesThereIsNoLoad() {
        assertThat(load()).isEqualTo(new OutcomeLoading.LoadedOutcomes(0, Optional.empty()));
    }

    @Test
    void aRunThatNamesNothingLearnsFromTheSelectedLoads() throws IOException {
        DatasetLoad june = file("june", 1);
        DatasetLoad july = file("july", 2);
        decide(1, "{\"weight\": 1}", "yes");
        load();
        decide(2, "{\"weight\": 2}", "no");
        DatasetLoad outcomes = load().load().orElseThrow().load();

        DatasetRef all = unnamed();
        assertThat(all.loads()).extracting(SelectedLoad::loadId).containsExactly(june.id(), july.id(), outcomes.id());
        assertThat(all.rows()).isEqualTo(202);
        assertThat(all.rowsByOrigin()).containsEntry(DataOrigin.FILE, 200L).containsEntry(DataOrigin.OUTCOMES, 2L);
        window("newest");
        assertThat(unnamed()).isEqualTo(outcomes.ref());
        window("last 2");
        assertThat(unnamed().loads()).extracting(SelectedLoad::loadId).containsExactly(july.id(), outcomes.id());
        window("since 2999-01-01");
        assertThatThrownBy(this::unnamed)
                .isInstanceOf(LoadUnavailableException.class)
                .hasMessageContaining("training-window");
    }

    private DatasetRef unnamed() {
        RowsWanted wanted = new RowsWanted(dataset, null, null, false, null);
        return selection.around(choice.load(wanted, new LoadProgress()).load());
    }

    private void window(String window) throws IOException {
        Files.writeString(DATA.resolve(dataset).resolve("training.yaml"), "training-window: " + window + "\n");
    }

    private DatasetLoad file(String name, int seed) throws IOException {
        String path = dataset + "-" + name + ".csv";
        Files.writeString(
                FILES.resolve(path),
                IntStream.range(0, 100)
                        .mapToObj(row -> row + "." + seed + ";tom;" + (row % 3 == 0 ? "yes" : "no"))
                        .collect(Collectors.joining("\n", "weight;sex;tame\n", "\n")));
        return choice.load(new RowsWanted(dataset, path, null, false, null), new LoadProgress())
                .load();
    }

    private OutcomeLoading.LoadedOutcomes load() {
        return loading.load(dataset, RUN, new LoadProgress());
    }

    private long rows(String condition, DatasetLoad load) {
        return database.sql("SELECT COUNT(*) FROM " + dataset + "_rows WHERE load_id = ? AND " + condition)
                .param(load.id())
                .query(Long.class)
                .single();
    }

    private void decide(int number, String record, String label) {
        database.sql("INSERT INTO `" + DecisionTable.nameFor(dataset)
                        + "` (decision_id, decided_at, model_version, run_id,"
                        + " shadow, record, shipment) VALUES (?, '2026-05-01' + INTERVAL ? SECOND, 1, 'run', 0, ?, 1)")
                .params(id(number), number, record)
                .update();
        outcome(number, label);
    }

    private void outcome(int number, String label) {
        database.sql("INSERT INTO " + DecisionOutcomes.NAME + " (decision_id, dataset, label, observed_at, received_at,"
                        + " model_version, decided_at, decided_label, probability, protected_groups) VALUES (?, ?, ?,"
                        + " '2026-06-01', UTC_TIMESTAMP(6), 1, '2026-05-01' + INTERVAL ? SECOND, 'yes', 0.5, '{}')")
                .params(id(number), dataset, label, number)
                .update();
    }

    private String id(int number) {
        return UUID.nameUUIDFromBytes((dataset + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The tables of serving and of monitoring, as these make them. */
    private void prepareTables(DatasetDefinition definition) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            new DecisionRowTable(definition, TableEngine.INNODB).prepare(connection);
            boolean there = database.sql("SHOW TABLES LIKE '" + DecisionOutcomes.NAME + "'")
                    .query(String.class)
                    .optional()
                    .isPresent();
            if (!there) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new FileSystemResource("../monitoring-service/src/main/resources/db/migration/monitoring/"
                                + "V1__windows_and_outcomes.sql"));
            }
        }
    }
}
