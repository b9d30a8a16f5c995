package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;

/** A window in a list. */
record WindowLine(long id, String from, String to, int version, String decisions, String verdict, String colour) {

    static WindowLine of(JudgedWindow window) {
        WindowReport report = window.report();
        return new WindowLine(
                window.id(),
                Texts.time(report.from()),
                Texts.time(report.to()),
                report.version(),
                Texts.count(report.decisions()),
                Texts.verdict(report),
                Texts.colour(report.state()));
    }
}
