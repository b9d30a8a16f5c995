package io.loanflow.worker.pipeline;

import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.ScoreDrift;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.serving.AnswerFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a version's first decisions say of it.
 *
 * @param bad what is beyond a limit, in words; empty where nothing is
 * @param figures Markdown: a row for each limit with what was seen and what it says
 */
record FirstWindowRuling(List<String> bad, String figures) {

    /** A share of fewer is no share. */
    static final int LEAST_ROWS = 30;

    /** Of fewer there is no 99th percentile. */
    private static final int LEAST_TIMED = 100;

    private static final double P99 = 0.99;
    private static final String UNKNOWN = "too few to say";

    FirstWindowRuling {
        bad = List.copyOf(bad);
    }

    /**
     * What can be said before the window is over: only what no further decision can mend.
     *
     * @param seen until now
     */
    static FirstWindowRuling early(FirstWindowPolicy policy, AnswerFigures seen) {
        boolean failing = seen.failures() > policy.maxErrorRate() * policy.decisions();
        boolean slow = isSlow(policy, seen, policy.decisions());
        return of(policy, seen, null, failing, slow);
    }

    /**
     * What the whole window says.
     *
     * @param score of the decisions; null where it is not looked at
     */
    static FirstWindowRuling whole(FirstWindowPolicy policy, AnswerFigures seen, @Nullable FirstDecisions score) {
        boolean failing = seen.rows() >= LEAST_ROWS && seen.failures() > policy.maxErrorRate() * seen.rows();
        boolean slow = isSlow(policy, seen, seen.latency().total());
        return of(policy, seen, score, failing, slow);
    }

    /** @param of how many records the share is */
    private static boolean isSlow(FirstWindowPolicy policy, AnswerFigures seen, long of) {
        return of >= LEAST_TIMED && seen.latency().above(policy.maxP99Milliseconds()) > (1 - P99) * of;
    }

    private static FirstWindowRuling of(
            FirstWindowPolicy policy,
            AnswerFigures seen,
            @Nullable FirstDecisions score,
            boolean failing,
            boolean slow) {
        List<String> bad = new ArrayList<>();
        String rows = "| First decisions | seen | limit | says |\n|---|---|---|---|\n"
                + row("Rows without an answer", errors(seen), number(policy.maxErrorRate()), failing)
                + row(
                        "Reading and scoring one record in ms, 99 %",
                        latency(seen), number(policy.maxP99Milliseconds()), slow);
        if (failing) {
            bad.add(errors(seen) + " rows remained without an answer, and max-error-rate allows "
                    + number(policy.maxErrorRate()));
        }
        if (slow) {
            bad.add("reading and scoring one record takes " + latency(seen) + " ms at the 99th percentile, and"
                    + " max-p99-milliseconds allows " + number(policy.maxP99Milliseconds()));
        }
        if (policy.scoreDrift()) {
            ScoreDrift drift = score == null ? null : score.score();
            rows += row(
                    "Drift of the score",
                    drift == null ? unseen(score) : text(drift),
                    drift == null ? "" : "chance above " + number(drift.threshold()),
                    drift != null && drift.alarm());
            if (drift != null && drift.alarm()) {
                bad.add("the score drifts beyond chance from what the model's folder says of it (" + text(drift)
                        + ", alarm at " + number(drift.threshold()) + ")");
            }
        }
        return new FirstWindowRuling(bad, rows);
    }

    private static String row(String criterion, String seen, String limit, boolean bad) {
        String says = bad ? "**rolls back**" : seen.equals(UNKNOWN) ? "" : "passes";
        return "| " + criterion + " | " + seen + " | " + limit + " | " + says + " |\n";
    }

    private static String errors(AnswerFigures seen) {
        return String.format(Locale.ROOT, "%,d of %,d", seen.failures(), seen.rows());
    }

    private static String latency(AnswerFigures seen) {
        Double milliseconds = seen.latency().milliseconds(P99);
        return milliseconds == null || seen.latency().total() < LEAST_TIMED ? UNKNOWN : number(milliseconds);
    }

    private static String unseen(@Nullable FirstDecisions score) {
        return score == null || score.note() == null ? UNKNOWN : score.note();
    }

    private static String text(ScoreDrift drift) {
        return "stability index " + number(drift.populationStability()) + ", chance " + number(drift.chance());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
