package io.loanflow.ingestion.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.ledger.LoadSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A load as the API shows it. */
@Schema(name = "Load")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoadDescription(
        @Schema(example = "1") long id,
        @Schema(example = "loan") String dataset,
        @Schema(example = "1") int definitionVersion,

        @Schema(
                description =
                        "SHA-256 of the definition and the expectations that it was made with; absent of a load that is"
                                + " older than the keeping of definitions",
                example = "9c1185a5c5e9fc54612808977ee8f548b2258d31e7e1b3c5d1d6a7f0c9b6a4a1")
        @Nullable
        String definitionDigest,

        LoadState state,

        @Schema(description = "What became of the file, for people", example = "loaded with 10 rows set aside")
        String outcome,

        DataOrigin origin,
        @Schema(example = "loan_data.csv") String fileName,

        @Schema(
                description = "SHA-256 of the file's content",
                example = "67cca604cd71cbd605014f721d078d20d44d726d625945591450733535f9868a")
        String sha256,

        @Schema(example = "45000") long rowsRead,
        @Schema(example = "44990") long rowsStored,

        @Schema(description = "Rows that the definition's rows.where leaves out; they are not checked", example = "0")
        long rowsLeftOut,

        @Schema(example = "10") long rowsQuarantined,
        @Schema(example = "51") int expectationsEvaluated,
        @Schema(example = "0") int expectationsFailed,

        @Schema(description = "Spent reading, checking and storing", example = "0.61")
        double seconds,

        Instant createdAt,

        @Schema(description = "Only of a complete load") @Nullable
        Instant completedAt,

        @Schema(description = "Why it is rejected or failed; absent otherwise") @Nullable
        String reason,

        @Schema(description = "The pipeline run that made it; absent if a person did") @Nullable
        PipelineRun run) {

    static LoadDescription of(LoadSummary load) {
        PipelineRun run = load.workflowId() == null || load.workflowRunId() == null
                ? null
                : new PipelineRun(load.workflowId(), load.workflowRunId());
        return new LoadDescription(
                load.id(),
                load.dataset(),
                load.definitionVersion(),
                load.definitionDigest(),
                load.state(),
                load.outcome(),
                load.origin(),
                load.fileName(),
                load.sha256(),
                load.rowsRead(),
                load.rowsStored(),
                load.rowsLeftOut(),
                load.rowsQuarantined(),
                load.expectationsEvaluated(),
                load.expectationsFailed(),
                load.seconds(),
                load.createdAt(),
                load.completedAt(),
                load.reason(),
                run);
    }
}
