package io.loanflow.monitoring.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.contracts.release.LedgerHead;
import io.loanflow.monitoring.ledger.LedgerCheck;
import io.loanflow.monitoring.ledger.LedgerVerification;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verifies the ledger. */
@AllowedTo({Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Ledger", description = "What happened, in a chain of hashes")
class LedgerController {

    private final LedgerVerification verification;

    LedgerController(LedgerVerification verification) {
        this.verification = verification;
    }

    @Operation(
            operationId = "verifyLedger",
            summary = "Look for entries that were changed, removed or put in",
            description =
                    "Reads all entries, of every data set: they are one chain. Their end is held against what MLflow"
                            + " keeps of it, and against what you have kept.")
    @GetMapping("/verification")
    LedgerCheck verify(
            @Parameter(
                            description = "A head that an earlier answer gave, as its number, a colon and its hash",
                            example = "7:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")
                    @RequestParam(required = false)
                    @Nullable
                    String anchor) {
        return verification.check(anchor == null ? null : head(anchor));
    }

    private static LedgerHead head(String anchor) {
        return LedgerVerification.head(anchor)
                .orElseThrow(() -> new ParameterInvalidException(
                        "anchor must be the number of an entry, a colon, and the 64 hexadecimal digits of its hash"));
    }
}
