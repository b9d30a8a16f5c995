package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.outcome.KnownOutcome;
import io.loanflow.monitoring.outcome.Outcome;
import io.loanflow.monitoring.outcome.OutcomeRecording;
import io.loanflow.monitoring.outcome.OutcomeTable;
import io.loanflow.monitoring.outcome.OutcomesTaken;
import io.loanflow.web.ProblemSchema;
import io.loanflow.web.audit.AuditSubjects;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes what became of decisions. */
@AllowedTo({Role.OUTCOME, Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/outcomes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Outcomes", description = "What really happened after decisions")
class OutcomeController {

    private final OutcomeRecording recording;
    private final OutcomeTable table;

    OutcomeController(OutcomeRecording recording, OutcomeTable table) {
        this.recording = recording;
        this.table = table;
    }

    @Operation(
            operationId = "recordOutcomes",
            summary = "Say what happened after one or several decisions",
            description = "One outcome or a list: decisionId, label, observedAt. All or none are taken. The same again"
                    + " changes nothing; another label for the same decision corrects the one before, which stays"
                    + " in its history. What was said before and corrected since does not hold again: the answer"
                    + " counts it as outdated; say it with the later time at which it was observed.")
    @ApiResponse(responseCode = "200", description = "They are taken")
    @ApiResponse(
            responseCode = "422",
            description = "Outcomes cannot be taken",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = ProblemSchema.REFERENCE)))
    @AllowedTo(Role.OUTCOME)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    OutcomesTaken record(
            @RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset, @RequestBody JsonNode body) {
        return record(dataset, OutcomeReader.json(body));
    }

    @Operation(
            operationId = "recordOutcomesOfCsv",
            summary = "The same as CSV, whose first line names decisionId, label and observedAt",
            description = "UTF-8 unless a charset is named; separated by commas, semicolons or tabs.")
    @ApiResponse(responseCode = "200", description = "They are taken")
    @ApiResponse(
            responseCode = "422",
            description = "Outcomes cannot be taken",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = ProblemSchema.REFERENCE)))
    @AllowedTo(Role.OUTCOME)
    @PostMapping(consumes = "text/csv")
    OutcomesTaken recordCsv(
            @RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            @RequestBody byte[] body) {
        return record(
                dataset,
                OutcomeReader.csv(body, Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8)));
    }

    private OutcomesTaken record(String dataset, List<Outcome> outcomes) {
        AuditSubjects.add("outcomes", outcomes.size());
        OutcomesTaken taken = recording.record(dataset, outcomes);
        AuditSubjects.add("dataset", dataset);
        if (outcomes.size() == 1) {
            AuditSubjects.add("decision", outcomes.get(0).decisionId());
        }
        return taken;
    }

    @Operation(operationId = "outcomes", summary = "What was said of a decision; the last one holds")
    @GetMapping("/{decisionId}")
    List<KnownOutcome> history(@PathVariable String decisionId) {
        List<KnownOutcome> history = table.history(decisionId);
        if (history.isEmpty()) {
            throw new NotThereException("nothing was said of this decision");
        }
        return history;
    }
}
