package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.ReleaseEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry, as it is kept. */
public record LedgerEntry(
        @Schema(description = "Place in the ledger, from 1", example = "7", requiredMode = Schema.RequiredMode.REQUIRED)
        long number,

        @Schema(
                description = "Hash of the entry before; 64 zeros for the first",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String previous,

        @Schema(
                description = "SHA-256 of this entry without its hash, as UTF-8 in the canonical form of RFC 8785",
                example = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")
        String hash,

        @Schema(description = "What kind of happening it is", example = "release.promoted")
        String type,

        @Schema(
                description = "Which happening it is",
                example = "release.promoted pipeline-loan-7-release 0198a5 version 3 2026-05-03T12:00:00Z")
        String key,

        @Schema(description = "Data set that it is about", example = "loan") @Nullable
        String dataset,

        @Schema(description = "When it happened, UTC", example = "2026-05-03T12:00:00Z")
        Instant at,

        @Schema(description = "When it was written down, UTC", example = "2026-05-03T12:00:00.214631Z")
        Instant recordedAt,

        @Schema(description = "What happened", implementation = ReleaseEvent.class)
        JsonNode body) {}
