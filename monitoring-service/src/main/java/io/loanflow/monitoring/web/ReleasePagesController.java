package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.WaitingRelease;
import io.loanflow.monitoring.ledger.Ledger;
import io.loanflow.monitoring.ledger.LedgerVerification;
import io.loanflow.monitoring.page.ReleasesPage;
import io.loanflow.monitoring.release.ReleaseDesk;
import io.loanflow.monitoring.release.ReleaseTimeline;
import io.loanflow.monitoring.release.ReleasedVersion;
import io.loanflow.monitoring.release.WordRefusedException;
import io.loanflow.web.audit.AuditSubjects;
import io.loanflow.web.login.AllowedTo;
import io.loanflow.web.login.WhoAsks;
import io.loanflow.web.page.FormBody;
import io.loanflow.web.page.Layout;
import io.loanflow.web.page.Place;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases, for people. */
@AllowedTo({Role.INSPECT, Role.OPERATE, Role.AUDIT})
@RestController
@Hidden
@RequestMapping(path = "/releases", produces = MediaType.TEXT_HTML_VALUE)
class ReleasePagesController {

    private static final int VERSIONS = 25;
    private static final int ENTRIES = 50;

    private final ReleaseTimeline timeline;
    private final ReleaseDesk desk;
    private final Ledger ledger;
    private final LedgerVerification verification;
    private final DatasetCatalog catalog;
    private final Layout layout;

    ReleasePagesController(
            ReleaseTimeline timeline,
            ReleaseDesk desk,
            Ledger ledger,
            LedgerVerification verification,
            DatasetCatalog catalog,
            Layout layout) {
        this.timeline = timeline;
        this.desk = desk;
        this.ledger = ledger;
        this.verification = verification;
        this.catalog = catalog;
        this.layout = layout;
    }

    /** What a person is told at the top of the page. */
    private record Told(HttpStatus status, String problem, String done) {

        static final Told NOTHING = new Told(HttpStatus.OK, "", "");

        static Told refused(String problem) {
            return new Told(HttpStatus.UNPROCESSABLE_CONTENT, problem, "");
        }

        static Told done(String what) {
            return new Told(HttpStatus.OK, "", what);
        }
    }

    @GetMapping
    ResponseEntity<String> releases(@RequestParam(defaultValue = DatasetCatalog.STANDARD) String dataset) {
        return page(known(dataset), Told.NOTHING);
    }

    @AllowedTo(Role.OPERATE)
    @PostMapping(path = "/word", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> say(HttpServletRequest request) throws IOException {
        Map<String, String> form = FormBody.read(request.getInputStream().readAllBytes());
        String dataset = known(form.getOrDefault("dataset", ""));
        boolean yes = form.getOrDefault("word", "").equals("approve");
        try {
            Approval word = new Approval(WhoAsks.name().orElseGet(() -> text(form, "name")), text(form, "reason"));
            String release = form.getOrDefault("release", "");
            AuditSubjects.add("dataset", dataset);
            AuditSubjects.add("release", release);
            AuditSubjects.add("word", yes ? "approve" : "reject");
            desk.say(dataset, release, yes, word);
        } catch (WordRefusedException e) {
            return page(dataset, Told.refused(Objects.requireNonNullElse(e.getMessage(), "")));
        }
        return page(
                dataset,
                Told.done(
                        yes
                                ? "Approved; the version comes into service within seconds."
                                : "Rejected; the champion stays."));
    }

    @AllowedTo(Role.OPERATE)
    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> rollBack(HttpServletRequest request) throws IOException {
        Map<String, String> form = FormBody.read(request.getInputStream().readAllBytes());
        String dataset = known(form.getOrDefault("dataset", ""));
        String reason = text(form, "reason");
        if (reason.isEmpty()) {
            return page(dataset, Told.refused("A rollback needs a reason."));
        }
        if (!isChampion(dataset, form.getOrDefault("version", ""))) {
            return page(dataset, Told.refused("Another version is in service by now; look again."));
        }
        String workflow = desk.rollBack(
                new RollbackRequest(dataset, null, reason, WhoAsks.name().orElse(null)));
        AuditSubjects.add("dataset", dataset);
        AuditSubjects.add("rollback", workflow);
        return page(
                dataset,
                Told.done("The rollback has begun: "
                        + layout.addresses().workflow(workflow).orElse("workflow " + workflow)));
    }

    private boolean isChampion(String dataset, String version) {
        OptionalInt champion = timeline.champion(dataset);
        return champion.isPresent() && Integer.toString(champion.getAsInt()).equals(version);
    }

    private ResponseEntity<String> page(String dataset, Told told) {
        List<ReleasedVersion> versions = timeline.latest(dataset, VERSIONS);
        List<WaitingRelease> waiting = desk.waiting(dataset);
        ReleasesPage.Content content = new ReleasesPage.Content(
                dataset,
                catalog.names(),
                versions,
                waiting,
                told.problem(),
                told.done(),
                WhoAsks.name().orElse(""),
                ledger.releases(dataset, null, ENTRIES),
                verification.check(null));
        return layout.page(
                told.status(),
                Place.RELEASES,
                "Releases of " + dataset,
                ReleasesPage.content(content, layout.addresses()));
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "").strip();
    }

    /** A name goes into a query of Temporal, so only one that there is. */
    private String known(String dataset) {
        if (!catalog.names().contains(dataset)) {
            throw new NotThereException("there is no data set of this name");
        }
        return dataset;
    }
}
