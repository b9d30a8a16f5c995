package io.loanflow.web.page;

import io.loanflow.contracts.login.Role;
import io.loanflow.web.login.AllowedTo;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at which people begin: it leads to all that can be seen in a browser. */
@Hidden
@AllowedTo({Role.PREDICT, Role.OUTCOME, Role.LOAD, Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
public class StartController {

    private static final PageTemplate START = PageTemplate.of(StartController.class, "start.mustache");
    private static final String API = "/swagger-ui.html";

    private final Layout layout;

    public StartController(Layout layout) {
        this.layout = layout;
    }

    private record Card(String title, String address, String purpose) {}

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> start() {
        return layout.page(
                null, "Start", START.fill(Map.of("pages", pages(), "servers", servers(), "interfaces", interfaces())));
    }

    private List<Card> pages() {
        return Arrays.stream(Place.values())
                .map(place -> new Card(place.title(), layout.addresses().of(place), place.purpose()))
                .toList();
    }

    private List<Card> servers() {
        List<Card> servers = new ArrayList<>();
        layout.addresses()
                .runs()
                .ifPresent(runs -> servers.add(new Card(
                        "Temporal",
                        runs,
                        "Runs of the pipeline, stage by stage: watch one, start one, see why one failed.")));
        servers.add(new Card(
                "MLflow",
                layout.addresses().mlflow(),
                "Training runs side by side, models with their cards and versions."));
        return servers;
    }

    private List<Card> interfaces() {
        Addresses addresses = layout.addresses();
        return List.of(
                new Card(
                        "Predictions",
                        addresses.of(Service.SERVING, API),
                        "Ask for decisions and their reasons, look decisions up."),
                new Card("Loads", addresses.of(Service.INGESTION, API), "Send files, and read what came of them."),
                new Card(
                        "Outcomes and windows",
                        addresses.of(Service.MONITORING, API),
                        "Send what became of decisions, read the watch."));
    }
}
