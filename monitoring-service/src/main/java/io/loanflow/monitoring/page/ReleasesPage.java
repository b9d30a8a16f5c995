package io.loanflow.monitoring.page;

import io.loanflow.contracts.release.AwaitedApproval;
import io.loanflow.contracts.release.WaitingRelease;
import io.loanflow.monitoring.ledger.LedgerEntry;
import io.loanflow.monitoring.ledger.LedgerGlance;
import io.loanflow.monitoring.release.ReleasedVersion;
import io.loanflow.web.page.Addresses;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.PageTemplate;
import io.loanflow.web.page.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Versions of a data set's model, and what waits for a person. */
public final class ReleasesPage {

    private static final PageTemplate TEMPLATE = PageTemplate.of(ReleasesPage.class, "releases.mustache");

    private ReleasesPage() {}

    /**
     * What is shown.
     *
     * @param datasets all that there are
     * @param versions the newest first
     * @param problem why what a person said was not taken, or what is not known; empty for nothing
     * @param done what came of what a person said; empty for nothing
     * @param filled what a person said that was not taken; it stands in the form again
     * @param login whose word a person's word is; empty where nobody logs in
     * @param ledger latest entries of the ledger, the newest first
     * @param seen whether the ledger is as it was written
     */
    public record Content(
            String dataset,
            List<String> datasets,
            List<ReleasedVersion> versions,
            List<WaitingRelease> waiting,
            String problem,
            String done,
            FilledWord filled,
            String login,
            List<LedgerEntry> ledger,
            LedgerGlance.Seen seen) {}

    private record Waiting(
            String workflow,
            String address,
            int version,
            String former,
            String ruling,
            String page,
            String startedBy,
            boolean fourEyes,
            String until,
            FilledWord filled) {

        static Waiting of(WaitingRelease release, FilledWord filled, Addresses addresses) {
            AwaitedApproval awaited = release.awaited();
            return new Waiting(
                    release.release().workflowId(),
                    addresses.workflow(release.release().workflowId()).orElse(""),
                    awaited.version().version(),
                    awaited.former() == null
                            ? ""
                            : "version " + awaited.former().version(),
                    awaited.ruling(),
                    Objects.requireNonNullElse(awaited.page(), ""),
                    Objects.requireNonNullElse(awaited.startedBy(), ""),
                    awaited.fourEyes(),
                    Texts.time(awaited.until()),
                    filled.in(release.release().workflowId()));
        }
    }

    public static Markup content(Content content, Addresses addresses) {
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", content.dataset());
        values.put("several", content.datasets().size() > 1);
        values.put("datasets", DatasetChoice.of(content.datasets(), content.dataset()));
        values.put("problem", content.problem());
        values.put("done", content.done());
        values.put("rollback", content.filled().in(FilledWord.ROLLBACK));
        values.put("login", content.login());
        values.put(
                "entries",
                content.ledger().stream()
                        .map(entry -> LedgerLine.of(entry, addresses))
                        .toList());
        values.put("check", content.seen().check());
        values.put("whole", Texts.time(content.seen().whole()));
        values.put("none", content.versions().isEmpty());
        List<VersionView> versions = content.versions().stream()
                .map(version -> VersionView.of(version, addresses.mlflowVersion(content.dataset(), version.version())))
                .toList();
        values.put("versions", versions);
        values.put("champion", versions.stream().filter(VersionView::champion).toList());
        values.put(
                "waiting",
                content.waiting().stream()
                        .map(release -> Waiting.of(release, content.filled(), addresses))
                        .toList());
        return TEMPLATE.fill(values);
    }
}
