package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.serving.ShadowFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a version's comparison with the champion says of it.
 *
 * @param bad what is beyond a limit, in words; empty where nothing is
 * @param figures Markdown: a row for each limit with what was seen and what it says
 */
record ShadowRuling(List<String> bad, String figures) {

    /** Of fewer there is no 99th percentile. */
    private static final int LEAST_TIMED = 100;

    private static final double P99 = 0.99;

    ShadowRuling {
        bad = List.copyOf(bad);
    }

    /** Of a version that could not be compared. */
    static ShadowRuling unusable(String why) {
        return new ShadowRuling(List.of(why), "");
    }

    /** What can be said before enough was compared: only what no further decision can mend. */
    static ShadowRuling early(ShadowPolicy policy, ShadowFigures seen) {
        return of(policy, seen, policy.decisions(), false);
    }

    /** What all says that was compared; the time is over where that is less than wanted. */
    static ShadowRuling whole(ShadowPolicy policy, ShadowFigures seen) {
        ShadowRuling ruling = of(policy, seen, Math.max(seen.asked(), 1), true);
        if (seen.asked() >= policy.decisions()) {
            return ruling;
        }
        List<String> bad = new ArrayList<>(ruling.bad);
        bad.add(String.format(
                Locale.ROOT,
                "%,d of %,d decisions came within %d minutes",
                seen.asked(),
                policy.decisions(),
                policy.withinMinutes()));
        return new ShadowRuling(bad, ruling.figures);
    }

    /** @param of how many decisions the shares are */
    private static ShadowRuling of(ShadowPolicy policy, ShadowFigures seen, long of, boolean whole) {
        long compared = whole ? seen.compared() : of;
        List<Row> rows = List.of(
                new Row(
                        "Decided like the champion",
                        share(seen.agreed(), seen.compared()),
                        "min-agreement",
                        policy.minAgreement(),
                        seen.compared() - seen.agreed() > compared - policy.minAgreement() * compared),
                new Row(
                        "Score's stability index",
                        number(stabilityIndex(seen)),
                        "max-score-psi",
                        policy.maxScorePsi(),
                        whole && stabilityIndex(seen) > policy.maxScorePsi()),
                new Row(
                        "Records without a score",
                        share(seen.failures(), seen.asked()),
                        "max-error-rate",
                        policy.maxErrorRate(),
                        seen.failures() > policy.maxErrorRate() * of),
                new Row(
                        "Reading and scoring one record in ms, 99 %",
                        latency(seen),
                        "max-p99-milliseconds",
                        policy.maxP99Milliseconds(),
                        compared >= LEAST_TIMED
 && seen.latency().above(policy.maxP99Milliseconds()) > (1 - P99) * compared));
        StringBuilder table = new StringBuilder("| In the shadow | seen | limit | says |\n|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.markdown()));
        table.append(String.format(Locale.ROOT, "| Decisions left out | %,d | | |\n", seen.dropped()));
        return new ShadowRuling(
                rows.stream().filter(Row::bad).map(Row::sentence).toList(), table.toString());
    }

    private record Row(String criterion, String seen, String key, double limit, boolean bad) {

        String markdown() {
            return "| " + criterion + " | " + seen + " | " + number(limit) + " | " + (bad ? "**refuses**" : "passes")
                    + " |\n";
        }

        String sentence() {
            return criterion.toLowerCase(Locale.ROOT) + ": " + seen + ", and release.shadow." + key
                    + " in training.yaml says " + number(limit);
        }
    }

    /** Kullback and Leibler 1951, J(1, 2), as monitoring has it: ½ is added where only one has an empty cell. */
    static double stabilityIndex(ShadowFigures seen) {
        double index = 0;
        double total = Math.max(seen.compared(), 1);
        for (int cell = 0; cell < ShadowFigures.CELLS; cell++) {
            double champion = seen.championScores().get(cell);
            double challenger = seen.challengerScores().get(cell);
            if (champion + challenger > 0) {
                double addition = champion * challenger > 0 ? 0 : 0.5;
                index += (challenger - champion) / total * Math.log((challenger + addition) / (champion + addition));
            }
        }
        return index;
    }

    /** The gate's details with what was seen here. */
    RulingDetails details(@Nullable RulingDetails before) {
        return before == null
                ? new RulingDetails(figures, null, 0)
                : new RulingDetails(before.table() + "\n" + figures, before.page(), before.mostMilliseconds());
    }

    /** All that is bad, as one clause. */
    String reason() {
        return "in the shadow of the champion, " + String.join("; ", bad);
    }

    private static String share(long part, long of) {
        return String.format(Locale.ROOT, "%,d of %,d", part, of);
    }

    private static String latency(ShadowFigures seen) {
        Double milliseconds = seen.latency().milliseconds(P99);
        return milliseconds == null ? "nothing yet" : number(milliseconds);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
