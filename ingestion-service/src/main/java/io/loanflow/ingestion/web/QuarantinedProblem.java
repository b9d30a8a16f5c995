package io.loanflow.ingestion.web;

import io.loanflow.ingestion.ledger.QuarantineEntry;
import io.swagger.v3.oas.annotations.media.Schema;

/** One problem of a row that was set aside; a row with two problems is there twice. */
record QuarantinedProblem(
        @Schema(description = "Number of the data row in its file, from 1", example = "82")
        long rowNumber,

        @Schema(example = "person_age") String column,

        @Schema(example = "expect_column_values_to_be_between")
        String expectation,

        @Schema(example = "is \"144.0\"; must be a number from 18 to 100 (years)")
        String reason,

        @Schema(
                description = "The row as it stands in the file",
                example = "144.0,male,Bachelor,300616.0,125,RENT,4800.0,VENTURE,13.57,0.02,3.0,789,No,0")
        String rawRow) {

    static QuarantinedProblem of(QuarantineEntry entry) {
        return new QuarantinedProblem(
                entry.rowNumber(), entry.column(), entry.expectation(), entry.reason(), entry.rawRow());
    }
}
