package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.decision.DecisionBook;
import io.loanflow.monitoring.decision.StoredDecision;
import io.loanflow.monitoring.outcome.OutcomeTable;
import io.loanflow.monitoring.page.DecisionPage;
import io.loanflow.monitoring.page.DecisionsPage;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.loanflow.web.page.Service;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Decisions, for people. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@Hidden
@RequestMapping(path = "/decisions", produces = MediaType.TEXT_HTML_VALUE)
class DecisionPagesController {

    private static final int DECISIONS_A_PAGE = 50;

    private final DecisionBook book;
    private final OutcomeTable outcomes;
    private final DatasetCatalog catalog;
    private final Layout layout;

    DecisionPagesController(DecisionBook book, OutcomeTable outcomes, DatasetCatalog catalog, Layout layout) {
        this.book = book;
        this.outcomes = outcomes;
        this.catalog = catalog;
        this.layout = layout;
    }

    @GetMapping
    ResponseEntity<String> decisions(
            @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable UUID before) {
        List<String> datasets = book.datasets();
        String shown = datasets.contains(dataset) || datasets.isEmpty() ? dataset : standard(datasets);
        Optional<Instant> limit = moment(until);
        if (!until.isBlank() && limit.isEmpty()) {
            String problem = "Until must be a time such as 2026-05-03T12:00.";
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    new DecisionsPage.Content(shown, datasets, until, problem, List.of(), false));
        }
        List<StoredDecision> found = datasets.isEmpty()
                ? List.of()
                : book.latest(
                        shown, limit.orElse(null), before == null ? null : before.toString(), DECISIONS_A_PAGE + 1);
        List<StoredDecision> first = found.stream().limit(DECISIONS_A_PAGE).toList();
        return page(
                HttpStatus.OK,
                new DecisionsPage.Content(shown, datasets, until, "", first, found.size() > first.size()));
    }

    /** From the form, which has one field for it. */
    @GetMapping(params = "id")
    ResponseEntity<String> found(
            @RequestParam String id,
            @RequestParam(defaultValue = "") String dataset,
            @RequestParam(defaultValue = "") String until) {
        if (id.isBlank()) {
            return decisions(dataset, until, null);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/decisions/" + id(id)))
                .build();
    }

    @GetMapping("/{id}")
    ResponseEntity<String> decision(@PathVariable String id) {
        StoredDecision decision = book.find(id(id).toString()).orElseThrow(DecisionPagesController::unknown);
        Addresses addresses = layout.addresses();
        DecisionPage.Links links = new DecisionPage.Links(
                addresses.of(Service.SERVING, "/replays/" + decision.id()),
                addresses.mlflowVersion(decision.dataset(), decision.version()));
        return layout.page(
                Place.DECISIONS,
                "Decision " + decision.id(),
                DecisionPage.content(decision, definition(decision.dataset()), outcomes.history(decision.id()), links));
    }

    private ResponseEntity<String> page(HttpStatus status, DecisionsPage.Content content) {
        return layout.page(
                status, Place.DECISIONS, "Decisions", DecisionsPage.content(content, definition(content.dataset())));
    }

    private static String standard(List<String> datasets) {
        return datasets.contains(DatasetCatalog.STANDARD) ? DatasetCatalog.STANDARD : datasets.get(0);
    }

    /** Of the names, not of the decisions; where the definition is gone, labels are shown as they are. */
    private Optional<DatasetDefinition> definition(String dataset) {
        try {
            return Optional.of(catalog.definition(dataset));
        } catch (DatasetDefinitionException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            String time = text.strip();
            return Optional.of(
                    time.endsWith("Z")
                            ? Instant.parse(time)
                            : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static NotThereException unknown() {
        return new NotThereException(
                "there is no decision of this id here; one that was just answered comes within seconds");
    }
}
