package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.dataset.TestRows;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.DatasetRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of the ledger: one content of one data set, whatever came of it. Changed by {@link LoadLedger} only. */
@Entity
@Table(name = "dataset_load")
public class DatasetLoad {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String dataset = "";

    private int definitionVersion;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 64)
    private @Nullable String definitionDigest;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 64)
    private String sha256 = "";

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private DataOrigin origin = DataOrigin.FILE;

    private String fileName = "";

    private @Nullable String filesPath;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private LoadState state = LoadState.LOADING;

    /** Grows with every change, so that an attempt that was given up for dead cannot change what its successor did. */
    @Version
    private long attempt;

    private long rowsRead;

    private long rowsStored;

    private long rowsLeftOut;

    private long rowsQuarantined;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String testRows;

    private int expectationsEvaluated;

    private int expectationsFailed;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String validation;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String reason;

    private @Nullable String workflowId;

    private @Nullable String workflowRunId;

    private Instant createdAt = Instant.EPOCH;

    private @Nullable Instant completedAt;

    private double seconds;

    /** For Hibernate. */
    protected DatasetLoad() {}

    DatasetLoad(LoadKey key, LoadSource source) {
        dataset = key.dataset();
        definitionVersion = key.definitionVersion();
        definitionDigest = key.definitionDigest();
        sha256 = key.sha256();
        createdAt = now();
        begin(source);
    }

    /** Starts anew, whatever was known of earlier attempts. */
    final void begin(LoadSource source) {
        state = LoadState.LOADING;
        origin = source.origin();
        fileName = source.fileName();
        filesPath = LedgerText.orNull(source.filesPath(), LedgerText.PATH);
        PipelineRun run = source.run();
        workflowId = run == null ? null : run.workflowId();
        workflowRunId = run == null ? null : run.runId();
        validation = null;
        testRows = null;
        reason = null;
        completedAt = null;
        record(LoadFigures.NONE);
    }

    void complete(LoadFigures figures, @Nullable TestRows rowsForTesting, String validationJson) {
        state = LoadState.COMPLETE;
        validation = validationJson;
        testRows = rowsForTesting == null ? null : rowsForTesting.text();
        completedAt = now();
        record(figures);
    }

    void reject(String why, LoadFigures figures, @Nullable String validationJson) {
        state = LoadState.REJECTED;
        reason = LedgerText.cut(why, LedgerText.REASON);
        validation = validationJson;
        record(figures);
    }

    void fail(String why) {
        state = LoadState.FAILED;
        reason = LedgerText.cut(why, LedgerText.REASON);
    }

    private void record(LoadFigures figures) {
        rowsRead = figures.rowsRead();
        rowsStored = figures.rowsStored();
        rowsLeftOut = figures.rowsLeftOut();
        rowsQuarantined = figures.rowsQuarantined();
        expectationsEvaluated = figures.expectationsEvaluated();
        expectationsFailed = figures.expectationsFailed();
        seconds = figures.seconds();
    }

    /** As precise as the database, so that what is answered at once and what is read later are equal. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("a load has an id once the ledger has it");
        }
        return id;
    }

    public LoadState state() {
        return state;
    }

    public LoadSource source() {
        PipelineRun run =
                workflowId == null || workflowRunId == null ? null : new PipelineRun(workflowId, workflowRunId);
        return new LoadSource(fileName, origin, filesPath, run);
    }

    public LoadKey key() {
        return new LoadKey(dataset, definitionVersion, definitionDigest, sha256);
    }

    public LoadFigures figures() {
        return new LoadFigures(
                rowsRead, rowsStored, rowsLeftOut, rowsQuarantined, expectationsEvaluated, expectationsFailed, seconds);
    }

    /** Which of its rows stood in files for testing; null where the files do not say what their rows are for. */
    public @Nullable TestRows testRows() {
        return testRows == null ? null : TestRows.of(testRows);
    }

    /** JSON in the shape of Great Expectations; null where the file could not be checked to its end. */
    public @Nullable String validation() {
        return validation;
    }

    /** Why it is rejected or failed; null otherwise. */
    public @Nullable String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    /** All of it but the validation result. */
    public LoadSummary summary() {
        return new LoadSummary(
                id(),
                dataset,
                definitionVersion,
                definitionDigest,
                sha256,
                origin,
                fileName,
                state,
                rowsRead,
                rowsStored,
                rowsLeftOut,
                rowsQuarantined,
                expectationsEvaluated,
                expectationsFailed,
                reason,
                workflowId,
                workflowRunId,
                createdAt,
                completedAt,
                seconds);
    }

    /** What readers are given. */
    public DatasetRef ref() {
        return new DatasetRef(dataset, definitionVersion, definitionDigest, id(), rowsStored, sha256, origin);
    }

    long attempt() {
        return attempt;
    }
}
