package io.loanflow.ingestion.load;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.feature.Sha256;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.datasettables.TableLock;
import io.loanflow.ingestion.LoanFiles;
import io.loanflow.ingestion.WholeServiceTest;
import io.loanflow.ingestion.check.QuarantinedRow;
import io.loanflow.ingestion.check.RowProblem;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.DatasetLoads;
import io.loanflow.ingestion.ledger.LoadFigures;
import io.loanflow.ingestion.ledger.LoadKey;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.ledger.QuarantineEntry;
import io.loanflow.ingestion.profile.ColumnProfile;
import io.loanflow.ingestion.profile.LoadProfile;
import io.loanflow.ingestion.profile.LoadProfiler;
import io.loanflow.ingestion.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What must hold on every storage engine. Each test has contents of its own, so that the tests share one table. */
@WholeServiceTest
abstract class DatasetLoaderKit {

    private static final String TABLE = "loan_rows";

    @TempDir
    Path directory;

    @Autowired
    Datasets datasets;

    @Autowired
    DatasetLoader loader;

    @Autowired
    LoadLedger ledger;

    @Autowired
    DatasetLoads loads;

    @Autowired
    QuarantineEntries quarantine;

    @Autowired
    LoadConnections connections;

    @Autowired
    LoadProfiler profiler;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void goodRowsAreStoredAndWrongOnesSetAside() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 3000, 12, 1);

        LoadOutcome outcome = loader.load(request(file, new PipelineRun("workflow", "run")), new LoadProgress());

        DatasetLoad load = outcome.load();
        assertThat(outcome.alreadyLoaded()).isFalse();
        assertThat(load.state()).isEqualTo(LoadState.COMPLETE);
        assertThat(load.source().run()).isEqualTo(new PipelineRun("workflow", "run"));
        assertThat(load.figures().rowsRead()).isEqualTo(3012);
        assertThat(load.figures().rowsStored()).isEqualTo(3000);
        assertThat(load.figures().rowsQuarantined()).isEqualTo(12);
        assertThat(load.validation()).contains("\"statistics\"").contains("FILE");
        StoredRows.assertHolds(jdbc, load.id(), file, 3000);
        List<QuarantineEntry> entries = quarantined(load);
        assertThat(entries).extracting(QuarantineEntry::rowNumber).containsExactlyElementsOf(numbers(3001, 12));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.column()).isEqualTo("person_age");
            assertThat(entry.rawRow()).startsWith("144,");
        });
    }

    @Test
    void readersFindALoadByTheNamesThatTheyAgreedOn() throws IOException {
        DatasetLoad load = loader.load(request(LoanFiles.write(directory, 20, 12)), new LoadProgress())
                .load();

        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM " + BigTable.LEDGER + " l JOIN "
                                + BigTable.nameFor(LoanFiles.definition()) + " r ON r." + BigTable.LOAD_ID + " = l."
                                + BigTable.LEDGER_ID + " WHERE l." + BigTable.LEDGER_ID + " = ? AND l."
                                + BigTable.LEDGER_DATASET + " = 'loan' AND l." + BigTable.LEDGER_STATE + " = '"
                                + BigTable.COMPLETE + "' AND r." + BigTable.ROW_NUMBER + " BETWEEN 1 AND 20",
                        Long.class,
                        load.id()))
                .isEqualTo(20);
    }

    @Test
    void theViewHasEachContentOnceWithWhereItComesFrom() throws IOException {
        Path file = LoanFiles.write(directory, 30, 77);
        DatasetLoad load = loader.load(request(file), new LoadProgress()).load();
        DatasetLoad synthetic = loader.load(
                        new LoadRequest(
                                "loan", SourceFile.of(LoanFiles.write(directory, 10, 78), DataOrigin.SYNTHETIC), null),
                        new LoadProgress())
                .load();

        assertThat(jdbc.queryForList("SELECT load_origin FROM loan WHERE load_id = " + load.id(), String.class))
                .hasSize(30)
                .containsOnly("FILE");
        assertThat(jdbc.queryForList("SELECT row_no FROM loan WHERE load_id = " + synthetic.id()))
                .isEmpty();
    }

    @Test
    void theDatabaseDescribesTheStoredRowsAsTheFileHasThem() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 400, 3, 23);
        DatasetLoad load = loader.load(request(file), new LoadProgress()).load();

        LoadProfile profile = profiler.profile(LoanFiles.definition(), load.id());

        assertThat(profile.rows()).isEqualTo(400);
        List<String> lines = Files.readAllLines(file).subList(1, 401);
        List<Column> columns = LoanFiles.definition().columns();
        assertThat(profile.columns()).extracting(ColumnProfile::column).isEqualTo(names(columns));
        for (int i = 0; i < columns.size(); i++) {
            int position = i;
            List<String> values =
                    lines.stream().map(line -> line.split(",", -1)[position]).toList();
            assertDescribes(profile.columns().get(i), columns.get(i), values);
        }
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** @param values as the file has them, none missing */
    private static void assertDescribes(ColumnProfile profile, Column column, List<String> values) {
        assertThat(profile.missing()).isZero();
        if (!column.type().isNumeric()) {
            assertThat(profile.mean()).isNull();
            assertThat(Objects.requireNonNull(profile.categories()).keySet())
                    .containsExactlyElementsOf(column.categories());
            profile.categories()
                    .forEach((category, rows) -> assertThat(rows).isEqualTo(Collections.frequency(values, category)));
            return;
        }
        double[] numbers = values.stream().mapToDouble(Double::parseDouble).toArray();
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance = Arrays.stream(numbers)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElseThrow();
        assertThat(profile.categories()).isNull();
        assertThat(profile.minimum()).isEqualTo(Arrays.stream(numbers).min().orElseThrow());
        assertThat(profile.maximum()).isEqualTo(Arrays.stream(numbers).max().orElseThrow());
        // MariaDB gives the mean of whole numbers four digits.
        assertThat(profile.mean()).isCloseTo(mean, Offset.offset(1e-4 + 1e-9 * mean));
        assertThat(profile.deviation()).isCloseTo(Math.sqrt(variance), Offset.offset(1e-3 + 1e-6 * mean));
    }

    @Test
    void theSameContentAgainNamesTheFirstLoad() throws IOException {
        Path file = LoanFiles.write(directory, 500, 2);
        DatasetLoad first = loader.load(request(file), new LoadProgress()).load();
        Path copy = Files.copy(file, directory.resolve("another-name.csv"));

        LoadOutcome second = loader.load(request(copy, new PipelineRun("later", "run")), new LoadProgress());

        assertThat(second.alreadyLoaded()).isTrue();
        assertThat(second.load().id()).isEqualTo(first.id());
        assertThat(second.load().source()).isEqualTo(first.source());
        StoredRows.assertHolds(jdbc, first.id(), file, 500);
    }

    @Test
    void whatADeadAttemptLeftIsReplaced() throws Exception {
        Path file = LoanFiles.writeWithWrongRows(directory, 2000, 3, 3);
        DatasetLoad dead = ledger.begin(key(file), request(file).source());
        ledger.quarantine(dead, List.of(quarantinedRow(2001), quarantinedRow(7)));
        prepareTable();
        jdbc.update(
                "INSERT INTO loan_rows (load_id, row_no, person_age) VALUES (?, 1, 20), (?, 2, 30)",
                dead.id(),
                dead.id());

        DatasetLoad load = loader.load(request(file), new LoadProgress()).load();

        assertThat(load.id()).isEqualTo(dead.id());
        StoredRows.assertHolds(jdbc, load.id(), file, 2000);
        assertThat(quarantined(load)).extracting(QuarantineEntry::rowNumber).containsExactly(2001L, 2002L, 2003L);
    }

    @Test
    void anAttemptGivenUpForDeadCannotChangeItsSuccessor() throws Exception {
        Path file = LoanFiles.write(directory, 10, 4);
        DatasetLoad dead = ledger.begin(key(file), request(file).source());
        DatasetLoad load = loader.load(request(file), new LoadProgress()).load();

        assertThatThrownBy(() -> ledger.quarantine(dead, List.of(quarantinedRow(1))))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> ledger.complete(dead, LoadFigures.NONE, null, "{}"))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(ledger.isLatest(dead)).isFalse();
        assertThat(loads.findById(load.id()).orElseThrow().figures()).isEqualTo(load.figures());
    }

    @Test
    void aLoadWhoseConnectionIsKilledEndsRightWhenTriedAgain() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 200_000, 5, 5);
        CompletableFuture<LoadOutcome> load = start(file, new LoadProgress());
        await().pollInterval(5, TimeUnit.MILLISECONDS).until(this::killLoad);

        assertThat(catchThrowable(load::join)).hasRootCauseInstanceOf(IOException.class);

        DatasetLoad failed = ledger.find(key(file)).orElseThrow();
        assertThat(failed.state()).isEqualTo(LoadState.FAILED);
        assertThat(failed.reason()).isNotBlank();
        DatasetLoad again = loader.load(request(file), new LoadProgress()).load();
        assertThat(again.id()).isEqualTo(failed.id());
        assertThat(again.reason()).isNull();
        StoredRows.assertHolds(jdbc, again.id(), file, 200_000);
        assertThat(quarantined(again)).hasSize(5);
    }

    @Test
    void aCancelledLoadEndsSoonAndEndsRightWhenTriedAgain() throws IOException {
        Path file = LoanFiles.write(directory, 200_000, 6);
        LoadProgress progress = new LoadProgress();
        CompletableFuture<LoadOutcome> load = start(file, progress);
        await().pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> progress.rows().done() > 0);

        progress.cancel();

        assertThat(load)
                .failsWithin(3, TimeUnit.SECONDS)
                .withThrowableThat()
                .withRootCauseInstanceOf(LoadCancelledException.class);
        assertThat(ledger.find(key(file)).orElseThrow().state()).isEqualTo(LoadState.FAILED);
        DatasetLoad again = loader.load(request(file), new LoadProgress()).load();
        StoredRows.assertHolds(jdbc, again.id(), file, 200_000);
    }

    @Test
    void twoLoadersOfOneFileLoadItOnce() throws IOException {
        Path file = LoanFiles.write(directory, 5000, 7);

        CompletableFuture<LoadOutcome> one = start(file, new LoadProgress());
        CompletableFuture<LoadOutcome> other = start(file, new LoadProgress());

        assertThat(List.of(one.join().alreadyLoaded(), other.join().alreadyLoaded()))
                .containsExactlyInAnyOrder(true, false);
        assertThat(one.join().load().id()).isEqualTo(other.join().load().id());
        StoredRows.assertHolds(jdbc, one.join().load().id(), file, 5000);
    }

    @Test
    void aRejectedFileLeavesNothingVisibleAndIsRejectedAgain() throws IOException {
        Path file = LoanFiles.writeWithWrongRows(directory, 20_000, 5_000, 8);

        LoadRejectedException first = rejected(file);
        LoadRejectedException second = rejected(file);

        assertThat(second.loadId()).isEqualTo(first.loadId());
        assertThat(second).hasMessage(first.getMessage());
        DatasetLoad load = loads.findById(first.loadId()).orElseThrow();
        assertThat(load.state()).isEqualTo(LoadState.REJECTED);
        assertThat(load.reason()).isEqualTo(first.getMessage());
        assertThat(load.figures().rowsStored()).isZero();
        assertThat(StoredRows.count(jdbc, load.id())).isZero();
    }

    @Test
    void aFileThatChangesWhileItIsLoadedIsRefused() throws Exception {
        Path file = LoanFiles.write(directory, 1000, 9);
        LoadKey key = key(file);
        LoadProgress progress = new LoadProgress();
        CompletableFuture<LoadOutcome> load;
        try (Connection other = connections.open()) {
            assertThat(TableLock.tryAcquire(other, TABLE)).isTrue();
            load = start(file, progress);
            // Hashed, and waiting for the lock.
            await().until(() -> progress.rows().total() == 1000);
            Files.writeString(file, Files.readAllLines(file).get(1) + "\n", StandardOpenOption.APPEND);
        }

        assertThat(catchThrowable(load::join)).hasRootCauseInstanceOf(FileChangedException.class);

        DatasetLoad failed = ledger.find(key).orElseThrow();
        assertThat(failed.state()).isEqualTo(LoadState.FAILED);
        assertThat(StoredRows.count(jdbc, failed.id())).isZero();
        DatasetLoad again = loader.load(request(file), new LoadProgress()).load();
        StoredRows.assertHolds(jdbc, again.id(), file, 1001);
    }

    @Test
    void aLoadWhoseRowsWereTakenAwayIsLoadedAgain() throws IOException {
        Path file = LoanFiles.write(directory, 100, 10);
        DatasetLoad first = loader.load(request(file), new LoadProgress()).load();
        jdbc.update("DELETE FROM loan_rows WHERE load_id = ?", first.id());

        LoadOutcome second = loader.load(request(file), new LoadProgress());

        assertThat(second.alreadyLoaded()).isFalse();
        assertThat(second.load().id()).isEqualTo(first.id());
        StoredRows.assertHolds(jdbc, first.id(), file, 100);
    }

    private boolean killLoad() {
        List<Long> sending = jdbc.queryForList(
                "SELECT ID FROM information_schema.PROCESSLIST WHERE INFO LIKE 'LOAD DATA%' AND DB = DATABASE()",
                Long.class);
        sending.forEach(id -> jdbc.execute("KILL CONNECTION " + id));
        return !sending.isEmpty();
    }

    private LoadRejectedException rejected(Path file) {
        Throwable thrown = catchThrowable(() -> loader.load(request(file), new LoadProgress()));
        assertThat(thrown).isInstanceOf(LoadRejectedException.class);
        return (LoadRejectedException) thrown;
    }

    private CompletableFuture<LoadOutcome> start(Path file, LoadProgress progress) {
        return CompletableFuture.supplyAsync(
                () -> loader.load(request(file), progress), task -> new Thread(task, "loader").start());
    }

    private void prepareTable() throws IOException {
        loader.load(request(LoanFiles.write(directory, 1, 11)), new LoadProgress());
    }

    private List<QuarantineEntry> quarantined(DatasetLoad load) {
        return quarantine.ofLoad(load.id(), Pageable.unpaged()).getContent();
    }

    private static List<Long> numbers(long first, int count) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(first + i);
        }
        return numbers;
    }

    private static QuarantinedRow quarantinedRow(long number) {
        RowProblem problem = new RowProblem("person_age", "expect_column_values_to_be_between", "is 144");
        return new QuarantinedRow(number, "144,rest", List.of(problem));
    }

    private LoadKey key(Path file) throws IOException {
        return datasets.inForce("loan").key(Sha256.hex(file));
    }

    static LoadRequest request(Path file) {
        return request(file, null);
    }

    private static LoadRequest request(Path file, PipelineRun run) {
        return new LoadRequest("loan", SourceFile.of(file, DataOrigin.FILE), run);
    }
}
