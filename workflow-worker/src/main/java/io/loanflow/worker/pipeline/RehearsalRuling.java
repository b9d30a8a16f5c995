package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.RehearsalRecord;
import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.serving.Rehearsal;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The gate's last criterion, which only serving can measure: how long one prediction takes.
 *
 * @param details of what the gate said before, with a row for the prediction
 * @param milliseconds of one prediction, median
 * @param finding why the version is refused; null where it is fast enough
 */
record RehearsalRuling(
        RulingDetails details,
        double milliseconds,
        @Nullable String finding) {

    private static final double MICROSECONDS = 1000;

    /** Null where the gate named no limit, as it did before there was one. */
    static @Nullable RehearsalRuling of(PromotionResult ruling, Rehearsal rehearsal) {
        RulingDetails details = ruling.details();
        if (details == null) {
            return null;
        }
        double milliseconds = rehearsal.medianMicroseconds() / MICROSECONDS;
        boolean slow = milliseconds > details.mostMilliseconds();
        String row = String.format(
                Locale.ROOT,
                "| One prediction in ms, median | %.4f | | | %s |\n",
                milliseconds,
                slow ? "**refuses**" : "passes");
        String finding = String.format(
                Locale.ROOT,
                "one prediction takes %.4f ms in the rehearsal, and gate.most-milliseconds in training.yaml allows %s",
                milliseconds,
                details.mostMilliseconds());
        return new RehearsalRuling(
                new RulingDetails(details.table() + row, details.page(), details.mostMilliseconds()),
                milliseconds,
                slow ? finding : null);
    }

    /** Where the gate's page is that of this release, the rehearsal comes to stand in it. */
    void keep(ModelVersionRef version, @Nullable ModelVersionRef former) {
        if (details.page() != null
                && Workflow.getVersion("rehearsal-record", Workflow.DEFAULT_VERSION, 1) != Workflow.DEFAULT_VERSION) {
            RegistrySteps.recordRehearsal(
                    new RehearsalRecord(version, former, milliseconds, details.mostMilliseconds(), finding));
        }
    }
}
