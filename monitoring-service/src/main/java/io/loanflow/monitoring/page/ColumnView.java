package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.ColumnDrift;
import io.loanflow.web.page.Bars;
import io.loanflow.web.page.Markup;
import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column's drift, with both distributions drawn. */
record ColumnView(
        String column,
        String state,
        String colour,
        String chance,
        String populationStability,
        String jensenShannon,
        String wasserstein,
        String kolmogorovSmirnov,
        String chiSquared,
        String missing,
        String largest,
        Markup bars) {

    static ColumnView of(ColumnDrift drift) {
        return new ColumnView(
                drift.column(),
                drift.alarm() ? "Alarm" : "Well",
                drift.alarm() ? "bad" : "good",
                WindowTexts.chance(drift.chance()),
                Texts.figure(drift.populationStability()),
                Texts.figure(drift.jensenShannon()),
                Texts.figure(drift.wasserstein()),
                Texts.figure(drift.kolmogorovSmirnov()),
                Texts.figure(drift.chiSquared()),
                missing(drift),
                largest(drift),
                Bars.of(
                        drift.column() + ", both distributions. " + largest(drift),
                        drift.cells(),
                        drift.reference(),
                        drift.current()));
    }

    private static String missing(ColumnDrift drift) {
        List<String> said = new ArrayList<>();
        if (drift.missing() > 0) {
            said.add(Texts.count(drift.missing()) + " without a value");
        }
        if (drift.unseen() > 0) {
            said.add(Texts.count(drift.unseen()) + " of no category that is counted by itself");
        }
        return String.join(", ", said);
    }

    /** What the drawing shows, in words. */
    private static String largest(ColumnDrift drift) {
        double[] before = Bars.shares(drift.reference());
        double[] now = Bars.shares(drift.current());
        int largest = 0;
        for (int cell = 0; cell < before.length; cell++) {
            if (Math.abs(now[cell] - before[cell]) > Math.abs(now[largest] - before[largest])) {
                largest = cell;
            }
        }
        return String.format(
                Locale.ROOT,
                "Most changed: %s, from %.1f %% to %.1f %%",
                drift.cells().get(largest),
                100 * before[largest],
                100 * now[largest]);
    }
}
