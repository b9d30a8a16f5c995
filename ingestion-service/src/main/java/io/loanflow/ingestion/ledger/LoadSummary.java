package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.validation.LoadHeading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of the ledger without its validation result, which may be long; the names are those of {@link DatasetLoad}'s fields. */
public record LoadSummary(
        long id,
        String dataset,
        int definitionVersion,
        @Nullable String definitionDigest,
        String sha256,
        DataOrigin origin,
        String fileName,
        LoadState state,
        long rowsRead,
        long rowsStored,
        long rowsLeftOut,
        long rowsQuarantined,
        int expectationsEvaluated,
        int expectationsFailed,
        @Nullable String reason,
        @Nullable String workflowId,
        @Nullable String workflowRunId,
        Instant createdAt,
        @Nullable Instant completedAt,
        double seconds) {

    /**
     * For the top of its report.
     *
     * @param address of the load in the API
     */
    public LoadHeading heading(String address) {
        return new LoadHeading(
                id, outcome(), rowsStored, state == LoadState.COMPLETE, reason, createdAt, sha256, workflowId, address);
    }

    /** What became of the file, for people. */
    public String outcome() {
        return switch (state) {
            case COMPLETE -> complete();
            case REJECTED -> "refused as a whole: no row of it is visible";
            case FAILED -> "failed: no row of it is visible";
            case LOADING -> "being loaded: no row of it is visible yet";
        };
    }

    private String complete() {
        List<String> without = new ArrayList<>();
        if (rowsLeftOut > 0) {
            without.add(String.format(Locale.ROOT, "%,d rows left out", rowsLeftOut));
        }
        if (rowsQuarantined > 0) {
            without.add(String.format(Locale.ROOT, "%,d rows set aside", rowsQuarantined));
        }
        return without.isEmpty() ? "loaded" : "loaded with " + String.join(" and ", without);
    }
}
