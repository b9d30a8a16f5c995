package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.notice.WindowNotices;
import io.loanflow.web.audit.AuditSubjects;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows judged windows. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/windows", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Windows", description = "Decisions held against what their model learned from")
class WindowController {

    private final WindowLedger ledger;
    private final WindowNotices notices;

    WindowController(WindowLedger ledger, WindowNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
    }

    @Operation(operationId = "windows", summary = "Judged windows, the latest first")
    @GetMapping
    List<JudgedWindow> windows(
            @RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset,
            @RequestParam(defaultValue = "20") @Min(1) @Max(500) int size) {
        return ledger.latest(dataset, size);
    }

    @Operation(operationId = "windowById", summary = "One judged window")
    @GetMapping("/{id}")
    JudgedWindow window(@PathVariable long id) {
        return ledger.find(id).orElseThrow(() -> new NotThereException("there is no window " + id));
    }

    @Operation(
            operationId = "judgeWindows",
            summary = "Judge the windows that have ended now, without waiting for the next look",
            description = "Answers with those that were judged; none where none has ended since.")
    @AllowedTo(Role.OPERATE)
    @PostMapping
    List<JudgedWindow> judge(@RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset) {
        List<JudgedWindow> judged = notices.look(dataset);
        AuditSubjects.add("dataset", dataset);
        AuditSubjects.add("windows", judged.size());
        return judged;
    }
}
