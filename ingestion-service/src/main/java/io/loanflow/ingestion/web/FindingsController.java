package io.loanflow.ingestion.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.validation.ValidationJson;
import io.loanflow.ingestion.validation.ValidationPage;
import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What checking a load's file found: its validation result and the rows that were set aside. */
@AllowedTo({Role.LOAD, Role.INSPECT, Role.AUDIT})
@RestController
@RequestMapping(LoadController.PATH + "/{id}")
@Tag(name = "Findings", description = "What checking a file found")
class FindingsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final LoadLookup lookup;
    private final QuarantineEntries quarantine;
    private final QuarantineCsv csv;
    private final Layout layout;

    FindingsController(LoadLookup lookup, QuarantineEntries quarantine, QuarantineCsv csv, Layout layout) {
        this.lookup = lookup;
        this.quarantine = quarantine;
        this.csv = csv;
        this.layout = layout;
    }

    @Operation(
            operationId = "quarantine",
            summary = "Rows that were set aside, with their reasons",
            description = "As CSV (format=csv, or Accept: text/csv) all of them, else a page. In CSV, a text that a"
                    + " spreadsheet would take for a formula begins with an apostrophe; raw=true gives it as it"
                    + " is.")
    @GetMapping(
            path = "/quarantine",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    @Nullable
    ResponseEntity<PageOf<QuarantinedProblem>> quarantine(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int size,
            @Parameter(description = "json or csv") @RequestParam(required = false) @Nullable String format,
            @Parameter(description = "CSV as it is, for programs") @RequestParam(defaultValue = "false") boolean raw,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            HttpServletResponse response)
            throws IOException {
        DatasetLoad load = lookup.load(id);
        if (Formats.wants(CSV, format, accept)) {
            response.setContentType(CSV.toString());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quarantine-" + id + ".csv\"");
            csv.write(load.id(), raw, response.getOutputStream());
            // Answered.
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(PageOf.of(quarantine.ofLoad(load.id(), PageRequest.of(page, size)), QuarantinedProblem::of));
    }

    @Operation(
            operationId = "validation",
            summary = "The validation result, in the shape of Great Expectations",
            description = "A page for people where a browser asks (Accept: text/html, or format=html), else JSON.")
    @ApiResponse(
            responseCode = "200",
            description = "What the file was checked for, and what was found",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string"))
            })
    @GetMapping(
            path = "/validation",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
    ResponseEntity<String> validation(
            @PathVariable long id,
            @Parameter(description = "json or html") @RequestParam(required = false) @Nullable String format,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        DatasetLoad load = lookup.load(id);
        String json = load.validation();
        if (json == null) {
            throw new LoadMissingException("load " + id + " has no validation result: it is " + load.state());
        }
        if (Formats.wants(HTML, format, accept)) {
            ValidationResult result = ValidationJson.read(json);
            return layout.page(
                    Place.LOADS,
                    ValidationPage.title(result),
                    ValidationPage.content(result, load.summary().heading(LoadController.PATH + "/" + id)));
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
    }
}
