package io.loanflow.monitoring.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.ledger.Ledger;
import io.loanflow.monitoring.ledger.LedgerEntry;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the ledger of releases. */
@AllowedTo({Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@RequestMapping(path = "/api/v1/releases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Releases", description = "Which model came into service, when, and on what grounds")
class ReleaseController {

    private final Ledger ledger;

    ReleaseController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A part of the ledger. */
    record ReleasePage(
            @Schema(description = "The newest first; with at one for each data set")
            List<LedgerEntry> entries,

            @Schema(
                    description = "What before must be for the entries that follow; null where none do",
                    example = "null",
                    types = {"integer", "null"})
            @Nullable
            Long next) {}

    @Operation(
            operationId = "releases",
            summary = "Releases, the newest first, or what decided at a time",
            description =
                    "With at: for each data set the entry of the move that was the last until then. The version in its body's"
                            + " property to decided then; where that is null, none did. Each decision names its own version,"
                            + " which may be another for the second that serving takes to follow.")
    @GetMapping
    ReleasePage releases(
            @Parameter(description = "Of one data set; all where it is left out")
                    @RequestParam(required = false)
                    @Nullable
                    String dataset,
            @Parameter(
                            description = "A time with its offset",
                            example = "2026-05-03T12:00Z",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    String at,
            @Parameter(description = "Only entries of a number below this one")
                    @RequestParam(required = false)
                    @Min(1)
                    @Nullable
                    Long before,
            @RequestParam(defaultValue = "20") @Min(1) @Max(500) int size) {
        if (at != null) {
            return new ReleasePage(ledger.inForce(dataset, moment(at)), null);
        }
        List<LedgerEntry> found = ledger.releases(dataset, before, size + 1);
        List<LedgerEntry> entries = found.stream().limit(size).toList();
        return new ReleasePage(
                entries, found.size() > size ? entries.get(size - 1).number() : null);
    }

    private static Instant moment(String at) {
        try {
            // A plus that is not escaped comes as a space.
            Instant moment = OffsetDateTime.parse(at.strip().replace(' ', '+')).toInstant();
            if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                throw new DateTimeException("no year of a release");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new ParameterInvalidException(
                    "at must be a time from 1970 to 9999 with its offset, such as 2026-05-03T12:00Z");
        }
    }
}
