package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.web.page.Texts;
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
        String expectedAuc,
        String realisedAuc) {

    static WindowLine of(JudgedWindow window) {
        WindowReport report = window.report();
        return new WindowLine(
                window.id(),
                Texts.time(report.from()),
                Texts.time(report.to()),
                report.version(),
                Texts.count(report.decisions()),
                WindowTexts.verdict(report),
                WindowTexts.colour(report.state()),
                auc(report.expected()),
                auc(report.realised()));
    }

    private static String auc(@Nullable Performance performance) {
        return performance == null ? "–" : WindowTexts.interval(performance.auc());
    }
}
