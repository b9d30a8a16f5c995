package io.loanflow.monitoring.ledger;

import io.loanflow.contracts.release.LedgerHead;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found when all entries were held against each other and against the hashes that are kept elsewhere. */
public record LedgerCheck(
        @Schema(description = "Whether nothing was found", requiredMode = Schema.RequiredMode.REQUIRED)
        boolean sound,

        @Schema(description = "How many entries there are", example = "12", requiredMode = Schema.RequiredMode.REQUIRED)
        long entries,

        @Schema(description = "The last entry: kept elsewhere it shows later whether anything before it was changed")
        @Nullable
        LedgerHead head,

        @Schema(description = "Entries that were changed, removed or put in")
        List<Finding> findings,

        @Schema(description = "What else is good to know", example = "[]")
        List<String> notes) {

    public LedgerCheck {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** One of them. */
    public record Finding(
            @Schema(description = "Number of the entry", example = "7", requiredMode = Schema.RequiredMode.REQUIRED)
            long entry,

            @Schema(description = "What is wrong with it", example = "entry 7 was removed")
            String problem) {}
}
