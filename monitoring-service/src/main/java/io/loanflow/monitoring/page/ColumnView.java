package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.ColumnDrift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A column's drift, with both distributions as bars of a drawing 400 wide and 60 high. */
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
        List<Bar> bars) {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 60;

    /**
     * A cell's shares.
     *
     * @param title for who cannot see it
     */
    record Bar(String title, String x, String width, String y, String height, String nowY, String nowHeight) {}

    static ColumnView of(ColumnDrift drift) {
        return new ColumnView(
                drift.column(),
                drift.alarm() ? "Alarm" : "Well",
                drift.alarm() ? "bad" : "good",
                Texts.chance(drift.chance()),
                Texts.figure(drift.populationStability()),
                Texts.figure(drift.jensenShannon()),
                Texts.figure(drift.wasserstein()),
                Texts.figure(drift.kolmogorovSmirnov()),
                Texts.figure(drift.chiSquared()),
                missing(drift),
                largest(drift),
                bars(drift));
    }

    private static String missing(ColumnDrift drift) {
        List<String> said = new ArrayList<>();
        if (drift.missing() > 0) {
            said.add(Texts.count(drift.missing()) + " without a value");
        }
        if (drift.unseen() > 0) {
            said.add(Texts.count(drift.unseen()) + " of no category that the model tells apart");
        }
        return String.join(", ", said);
    }

    /** What the drawing shows, in words. */
    private static String largest(ColumnDrift drift) {
        int largest = 0;
        for (int cell = 0; cell < drift.cells().size(); cell++) {
            if (Math.abs(difference(drift, cell)) > Math.abs(difference(drift, largest))) {
                largest = cell;
            }
        }
        return String.format(
                Locale.ROOT,
                "Most changed: %s, from %.1f %% to %.1f %%",
                drift.cells().get(largest),
                100 * share(drift.reference(), largest),
                100 * share(drift.current(), largest));
    }

    private static double difference(ColumnDrift drift, int cell) {
        return share(drift.current(), cell) - share(drift.reference(), cell);
    }

    private static double share(List<Long> counts, int cell) {
        return counts.get(cell)
                / (double) counts.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Bar> bars(ColumnDrift drift) {
        int cells = drift.cells().size();
        double most = 1e-9;
        for (int cell = 0; cell < cells; cell++) {
            most = Math.max(most, Math.max(share(drift.reference(), cell), share(drift.current(), cell)));
        }
        List<Bar> bars = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            double before = HEIGHT * share(drift.reference(), cell) / most;
            double now = HEIGHT * share(drift.current(), cell) / most;
            bars.add(new Bar(
                    title(drift, cell),
                    number(WIDTH * cell / cells),
                    number(WIDTH / cells),
                    number(HEIGHT - before),
                    number(before),
                    number(HEIGHT - now),
                    number(Math.max(now, 1))));
        }
        return bars;
    }

    private static String title(ColumnDrift drift, int cell) {
        return String.format(
                Locale.ROOT,
                "%s: learned from %.1f %%, now %.1f %%",
                drift.cells().get(cell),
                100 * share(drift.reference(), cell),
                100 * share(drift.current(), cell));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
