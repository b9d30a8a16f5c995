package io.loanflow.ingestion.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A data set as the API shows it. */
@Schema(name = "Dataset")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatasetDescription(
        @Schema(example = "loan") String name,

        @Schema(
                description =
                        "What is wrong with its definition or its expectations, one problem a line; absent if it can be"
                                + " loaded")
        @Nullable
        String problem) {}
