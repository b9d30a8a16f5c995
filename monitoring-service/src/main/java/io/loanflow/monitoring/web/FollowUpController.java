package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.followup.FollowUpLedger;
import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what followed from alarms. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/follow-ups", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Follow-ups", description = "What followed from alarms, and why")
class FollowUpController {

    private final FollowUpLedger ledger;

    FollowUpController(FollowUpLedger ledger) {
        this.ledger = ledger;
    }

    @Operation(operationId = "followUps", summary = "What followed from alarms, the latest first")
    @GetMapping
    List<KeptFollowUp> followUps(
            @RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset,
            @RequestParam(defaultValue = "20") @Min(1) @Max(500) int size) {
        return ledger.latest(dataset, size);
    }
}
