package io.loanflow.ingestion.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.ingestion.ledger.DatasetLoad;
import io.loanflow.ingestion.ledger.QuarantineEntries;
import io.loanflow.ingestion.page.ColumnsOfLoad;
import io.loanflow.ingestion.page.LoadPage;
import io.loanflow.ingestion.page.LoadsPage;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loads, for people. */
@AllowedTo({Role.LOAD, Role.INSPECT, Role.AUDIT})
@RestController
@Hidden
@RequestMapping(path = "/loads", produces = MediaType.TEXT_HTML_VALUE)
class LoadPagesController {

    private static final int LOADS_A_PAGE = 50;
    private static final int PROBLEMS = 50;

    private final LoadLookup lookup;
    private final QuarantineEntries quarantine;
    private final ColumnsOfLoad columns;
    private final Layout layout;

    LoadPagesController(LoadLookup lookup, QuarantineEntries quarantine, ColumnsOfLoad columns, Layout layout) {
        this.lookup = lookup;
        this.quarantine = quarantine;
        this.columns = columns;
        this.layout = layout;
    }

    @GetMapping
    ResponseEntity<String> loads(
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageOf.LAST) int page) {
        PageRequest request = PageRequest.of(page, LOADS_A_PAGE, Sort.by(Sort.Direction.DESC, "id"));
        return layout.page(Place.LOADS, "Loads", LoadsPage.content(dataset, lookup.page(dataset, request)));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> load(@PathVariable long id) {
        DatasetLoad load = lookup.load(id);
        String workflow = load.summary().workflowId();
        LoadPage.Content content = new LoadPage.Content(
                load.summary(),
                load.validation() != null,
                quarantine.ofLoad(id, PageRequest.of(0, PROBLEMS)).getContent(),
                workflow == null ? null : layout.addresses().workflow(workflow).orElse(null),
                columns.of(load));
        return layout.page(Place.LOADS, "Load " + id, LoadPage.content(content));
    }
}
