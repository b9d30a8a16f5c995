package io.loanflow.ingestion.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a load.
 *
 * @param file path in the files directory; absent for none
 * @param synthetic true for generated rows
 */
record LoadOrder(
        @Schema(description = "Name of the data set", example = "loan") @NotBlank
        String dataset,

        @Schema(
                description =
                        "Path in the service's files directory; leave it out for the data set's own file or its newest load",
                example = "june/loan_data.csv",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Nullable
        String file,

        @Schema(
                description = "true for generated rows, whatever else there is",
                requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Nullable
        Boolean synthetic) {}
