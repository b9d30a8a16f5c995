package io.loanflow.monitoring.page;

import io.loanflow.monitoring.followup.KeptFollowUp;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.web.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window in a list. */
record WindowLine(
        long id,
        String from,
        String to,
        int version,
        String decisions,
        String verdict,
        String colour,
        String followed,
        String expectedAuc,
        String realisedAuc) {

    /** @param followed what followed from its alarm; empty where nothing did */
    static WindowLine of(JudgedWindow window, List<KeptFollowUp> followed) {
        WindowReport report = window.report();
        return new WindowLine(
                window.id(),
                Texts.time(report.from()),
                Texts.time(report.to()),
                report.version(),
                Texts.count(report.decisions()),
                WindowTexts.verdict(report),
                WindowTexts.colour(report.state()),
                followed.stream().map(FollowUpView::verdict).findFirst().orElse("–"),
                auc(report.expected()),
                auc(report.realised()));
    }

    private static String auc(@Nullable Performance performance) {
        return performance == null ? "–" : WindowTexts.interval(performance.auc());
    }
}
