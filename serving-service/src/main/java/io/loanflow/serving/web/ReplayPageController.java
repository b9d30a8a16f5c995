package io.loanflow.serving.web;

import io.loanflow.contracts.login.Role;
import io.loanflow.serving.decision.Decision;
import io.loanflow.serving.decision.DecisionLookup;
import io.loanflow.serving.page.ReplayPage;
import io.loanflow.serving.replay.DecisionReplay;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.loanflow.web.page.Service;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A decision that was made again, for people. */
@AllowedTo({Role.INSPECT, Role.AUDIT})
@RestController
@Hidden
class ReplayPageController {

    private final DecisionLookup lookup;
    private final DecisionReplay replays;
    private final Layout layout;

    ReplayPageController(DecisionLookup lookup, DecisionReplay replays, Layout layout) {
        this.lookup = lookup;
        this.replays = replays;
        this.layout = layout;
    }

    @GetMapping(path = "/replays/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> replay(@PathVariable UUID id) {
        Decision decision = lookup.find(id).orElseThrow(() -> new DecisionMissingException(id));
        String back = layout.addresses().of(Service.MONITORING, "/decisions/" + id);
        return layout.page(
                Place.DECISIONS, "Decision " + id + ", again", ReplayPage.content(replays.replay(decision), back));
    }
}
