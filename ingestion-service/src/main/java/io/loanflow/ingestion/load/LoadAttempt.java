package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.TestRows;
import io.loanflow.datasettables.RowPipe;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadFigures;
import io.loanflow.ingestion.validation.ValidationResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** One attempt to fill the table from a file: a thread checks while the caller's thread sends. */
final class LoadAttempt {

    private final DatasetLoad load;
    private final CheckedRows rows;
    private final QuarantineBatch quarantine;
    private final LoadProgress progress;
    private final long start = System.nanoTime();

    LoadAttempt(DatasetLoad load, CheckedRows rows, QuarantineBatch quarantine, LoadProgress progress) {
        this.load = load;
        this.rows = rows;
        this.quarantine = quarantine;
        this.progress = progress;
    }

    DatasetLoad load() {
        return load;
    }

    /** Returns when every good row is stored and counted. */
    ValidationResult run(LockedTable table) throws SQLException, IOException {
        table.delete(load.id());
        FutureTask<ValidationResult> check = new FutureTask<>(rows::run);
        new Thread(check, "check-load-" + load.id()).start();
        long stored = store(table, check);
        ValidationResult result = result(check);
        long visible = table.count(load.id());
        if (stored != rows.accepted() || visible != stored) {
            throw new DataIntegrityViolationException("load " + load.id() + " sent " + rows.accepted()
                    + " rows; MariaDB reports " + stored + " and has " + visible);
        }
        return result;
    }

    private long store(LockedTable table, FutureTask<ValidationResult> check) throws SQLException, IOException {
        progress.onCancel(table::abort);
        try {
            return table.store(load.id(), rows.input());
        } catch (SQLException e) {
            rows.input().close();
            throwCause(check, e);
            progress.requireWanted();
            throw e;
        } catch (RuntimeException e) {
            // Else the thread that checks would wait for a reader for ever.
            rows.input().close();
            throw e;
        } finally {
            progress.onCancel(() -> {});
        }
    }

    /** If the check failed, that is why nothing more could be stored. */
    private static void throwCause(FutureTask<ValidationResult> check, SQLException consequence) throws IOException {
        try {
            result(check);
        } catch (RowPipe.ReaderGoneException e) {
            consequence.addSuppressed(e);
        } catch (IOException | RuntimeException e) {
            e.addSuppressed(consequence);
            throw e;
        }
    }

    private static ValidationResult result(FutureTask<ValidationResult> check) throws IOException {
        try {
            return check.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the file was checked", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the check of the file failed", e.getCause());
        }
    }

    @Nullable
    TestRows testRows() {
        return rows.testRows();
    }

    LoadFigures figures(@Nullable ValidationResult result) {
        return new LoadFigures(
                rows.accepted() + quarantine.total() + rows.leftOut(),
                rows.accepted(),
                rows.leftOut(),
                quarantine.total(),
                result == null ? 0 : result.statistics().evaluatedExpectations(),
                result == null ? 0 : result.statistics().unsuccessfulExpectations(),
                (System.nanoTime() - start) / 1e9);
    }
}
