package io.loanflow.monitoring.web;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.login.Role;
import io.loanflow.contracts.release.Approval;
import io.loanflow.contracts.release.RollbackRequest;
import io.loanflow.contracts.release.WaitingRelease;
import io.loanflow.monitoring.ledger.Ledger;
import io.loanflow.monitoring.ledger.LedgerGlance;
import io.loanflow.monitoring.page.FilledWord;
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
    private final LedgerGlance glance;
    private final DatasetCatalog catalog;
    private final Layout layout;

    ReleasePagesController(
            ReleaseTimeline timeline,
            ReleaseDesk desk,
            Ledger ledger,
            LedgerGlance glance,
            DatasetCatalog catalog,
            Layout layout) {
        this.timeline = timeline;
        this.desk = desk;
        this.ledger = ledger;
        this.glance = glance;
        this.catalog = catalog;
        this.layout = layout;
    }

    /**
     * What a person is told.
     *
     * @param problem at the top of the page, as is what is done
     * @param filled what stands in the form again
     */
    private record Told(HttpStatus status, String problem, String done, FilledWord filled) {

        static final Told NOTHING = new Told(HttpStatus.OK, "", "", FilledWord.NONE);

        static Told refused(String problem, FilledWord filled) {
            return new Told(HttpStatus.UNPROCESSABLE_CONTENT, problem, "", filled);
        }

        static Told wrong(FilledWord filled) {
            return refused("Nothing was done: what is missing is marked in the form.", filled);
        }

        static Told done(String what) {
            return new Told(HttpStatus.OK, "", what, FilledWord.NONE);
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
        AuditSubjects.add("dataset", dataset);
        AuditSubjects.add("release", form.getOrDefault("release", ""));
        AuditSubjects.add("word", yes ? "approve" : "reject");
        FilledWord filled = FilledWord.word(
                form.getOrDefault("release", ""),
                WhoAsks.name().orElseGet(() -> text(form, "name")),
                text(form, "reason"));
        if (filled.isWrong()) {
            return page(dataset, Told.wrong(filled));
        }
        try {
            desk.say(dataset, filled.form(), yes, new Approval(filled.name(), filled.reason()));
        } catch (WordRefusedException e) {
            return page(dataset, Told.refused(Objects.requireNonNullElse(e.getMessage(), ""), filled));
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
        FilledWord filled = FilledWord.rollback(text(form, "reason"));
        if (filled.isWrong()) {
            return page(dataset, Told.wrong(filled));
        }
        if (!isChampion(dataset, form.getOrDefault("version", ""))) {
            return page(dataset, Told.refused("Another version is in service by now; look again.", filled));
        }
        String workflow = desk.rollBack(new RollbackRequest(
                dataset, null, filled.reason(), WhoAsks.name().orElse(null)));
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
                told.filled(),
                WhoAsks.name().orElse(""),
                ledger.releases(dataset, null, ENTRIES),
                glance.look());
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
