package io.loanflow.ingestion.load;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.datasettables.RowTable;
import io.loanflow.datasettables.TableUnfitException;
import io.loanflow.ingestion.check.FileCheck;
import io.loanflow.ingestion.check.RowsRejectedException;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.LoadFigures;
import io.loanflow.ingestion.ledger.LoadKey;
import io.loanflow.ingestion.ledger.LoadLedger;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.validation.ValidationJson;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/**
 * Loads a file exactly once: what was loaded before with the same definition and expectations is found by the
 * hash of its content. One load of a data set runs at a time,
 * on whatever machine; the rows are stored first and the ledger says {@link LoadState#COMPLETE} last. An attempt that ended at
 * any point in between leaves rows that no reader looks at, and that the next attempt removes.
 */
@Service
public class DatasetLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);

    private final Datasets datasets;
    private final LoadLedger ledger;
    private final LoadConnections connections;
    private final ViewOfRows view;
    private final LoadMetrics metrics;

    DatasetLoader(
            Datasets datasets, LoadLedger ledger, LoadConnections connections, ViewOfRows view, LoadMetrics metrics) {
        this.datasets = datasets;
        this.ledger = ledger;
        this.connections = connections;
        this.view = view;
        this.metrics = metrics;
    }

    /**
     * Returns when the content is loaded, by this call or by an earlier one. Any other exception than these may be tried again.
     *
     * @throws DatasetDefinitionException if there is no such data set or its definition is wrong
     * @throws LoadRejectedException if the content is refused
     * @throws TableUnfitException if the database cannot hold the rows as defined
     * @throws FileChangedException if somebody writes to the file
     * @throws LoadCancelledException if it was cancelled
     */
    public LoadOutcome load(LoadRequest request, LoadProgress progress) {
        DefinitionInForce definition = datasets.inForce(request.dataset());
        return metrics.measure(request.dataset(), () -> {
            try {
                return loadOnce(definition, request, progress);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + request.file().name(), e);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException(
                        "cannot load " + request.file().name() + " into " + request.dataset() + "'s table", e);
            }
        });
    }

    private LoadOutcome loadOnce(DefinitionInForce inForce, LoadRequest request, LoadProgress progress)
            throws IOException, SQLException {
        FileContent content = FileContent.of(request.file(), progress);
        progress.total(Math.max(0, content.lines() - 1));
        LoadKey key = inForce.key(content.sha256());
        RowTable rowTable = connections.table(inForce.definition());
        LoadAttempt attempt = null;
        try (LockedTable table = LockedTable.open(connections, rowTable, progress)) {
            table.prepare();
            Optional<DatasetLoad> earlier = earlierLoad(key, table);
            if (earlier.isPresent()) {
                view.refresh(inForce.definition(), table);
                return LoadOutcome.found(earlier.get());
            }
            ledger.keep(inForce.kept());
            attempt = begin(key, request, inForce.check(request.file().origin()), progress);
            DatasetLoad complete = complete(attempt, attempt.run(table));
            view.refresh(inForce.definition(), table);
            return LoadOutcome.made(complete);
        } catch (FileRejectedException e) {
            throw reject(Objects.requireNonNull(attempt), e, rowTable, progress);
        } catch (IOException | SQLException | RuntimeException e) {
            if (attempt != null) {
                fail(attempt, e, rowTable, progress);
            }
            throw e;
        }
    }

    /** A complete load whose rows are all there: somebody may have moved the table away. */
    private Optional<DatasetLoad> earlierLoad(LoadKey key, LockedTable table) throws SQLException {
        Optional<DatasetLoad> earlier = ledger.find(key).filter(load -> load.state() == LoadState.COMPLETE);
        if (earlier.isEmpty()) {
            return earlier;
        }
        DatasetLoad load = earlier.get();
        long rows = table.count(load.id());
        if (rows == load.figures().rowsStored()) {
            return earlier;
        }
        LOG.warn(
                "Load {} has {} of its {} rows in the table: it is loaded again",
                load.id(),
                rows,
                load.figures().rowsStored());
        return Optional.empty();
    }

    private LoadAttempt begin(LoadKey key, LoadRequest request, FileCheck check, LoadProgress progress) {
        DatasetLoad load = ledger.begin(key, request.source());
        QuarantineBatch quarantine = new QuarantineBatch(ledger, load);
        CheckedRows rows = new CheckedRows(new ExpectedFile(request.file(), key.sha256()), check, quarantine, progress);
        return new LoadAttempt(load, rows, quarantine, progress);
    }

    private DatasetLoad complete(LoadAttempt attempt, ValidationResult result) {
        LoadFigures figures = attempt.figures(result);
        DatasetLoad load = ledger.complete(attempt.load(), figures, attempt.testRows(), json(result, attempt));
        metrics.stored(load);
        LOG.info(
                "Load {} of {} is complete: {} rows stored, {} left out, {} in quarantine, in {} s",
                load.id(),
                load.key().dataset(),
                figures.rowsStored(),
                figures.rowsLeftOut(),
                figures.rowsQuarantined(),
                figures.seconds());
        return load;
    }

    private LoadRejectedException reject(
            LoadAttempt attempt, FileRejectedException cause, RowTable table, LoadProgress progress) {
        LoadRejectedException rejected =
                new LoadRejectedException(attempt.load().id(), cause);
        ValidationResult found = cause instanceof RowsRejectedException rows ? rows.validation() : null;
        DatasetLoad load = ledger.reject(
                attempt.load(),
                String.valueOf(cause.getMessage()),
                attempt.figures(found).nothingStored(),
                found == null ? null : json(found, attempt));
        LOG.info("Load {} of {} is rejected", load.id(), load.key().dataset());
        removeRows(load, table, progress);
        return rejected;
    }

    private static String json(ValidationResult result, LoadAttempt attempt) {
        return ValidationJson.write(
                result.withDataOrigin(attempt.load().source().origin()));
    }

    private void fail(LoadAttempt attempt, Exception cause, RowTable table, LoadProgress progress) {
        try {
            removeRows(ledger.fail(attempt.load(), String.valueOf(cause.getMessage())), table, progress);
        } catch (RuntimeException e) {
            // Such as a database that is gone: the next attempt takes over from the state it finds.
            cause.addSuppressed(e);
        }
    }

    /** On a new connection, since the one that stored them is cut. What cannot be removed, the next attempt will. */
    private void removeRows(DatasetLoad load, RowTable rowTable, LoadProgress progress) {
        try (LockedTable table = LockedTable.open(connections, rowTable, progress)) {
            if (ledger.isLatest(load)) {
                table.delete(load.id());
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn(
                    "Rows of load {}, which no reader looks at, may be left in {}: {}",
                    load.id(),
                    rowTable.name(),
                    e.toString());
        }
    }
}
