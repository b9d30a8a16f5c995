package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.monitoring.followup.FollowUpLedger;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowLedger;
import io.loanflow.monitoring.page.WatchPage;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The watch, for people. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@Hidden
class WatchController {

    private static final int MOST = 30;

    private final WindowLedger ledger;
    private final FollowUpLedger followUps;
    private final DatasetCatalog catalog;
    private final Layout layout;

    WatchController(WindowLedger ledger, FollowUpLedger followUps, DatasetCatalog catalog, Layout layout) {
        this.ledger = ledger;
        this.followUps = followUps;
        this.catalog = catalog;
        this.layout = layout;
    }

    @GetMapping("/watch")
    ResponseEntity<String> newest(@RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset) {
        List<JudgedWindow> windows = ledger.latest(dataset, MOST);
        return page(dataset, windows, windows.stream().limit(1).toList());
    }

    @GetMapping("/watch/windows/{id}")
    ResponseEntity<String> window(@PathVariable long id) {
        JudgedWindow window = ledger.find(id).orElseThrow(() -> new NotThereException("there is no window " + id));
        String dataset = window.report().dataset();
        return page(dataset, ledger.latest(dataset, MOST), List.of(window));
    }

    private ResponseEntity<String> page(String dataset, List<JudgedWindow> windows, List<JudgedWindow> shown) {
        WatchPage.Content content =
                new WatchPage.Content(dataset, catalog.names(), windows, shown, followUps.latest(dataset, MOST));
        return layout.page(Place.WATCH, "Watch of " + dataset, WatchPage.content(content, layout.addresses()));
    }
}
