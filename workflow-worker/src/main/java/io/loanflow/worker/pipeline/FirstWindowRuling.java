package io.loanflow.worker.pipeline;

import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.ScoreDrift;
import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.serving.AnswerFigures;
import java.util.ArrayList;
import java.util.List;
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
        boolean slow = RecordTime.isBeyond(seen.latency(), policy.maxP99Milliseconds(), policy.decisions());
        return of(policy, seen, null, failing, slow);
    }

    /**
     * What the whole window says.
     *
     * @param score of the decisions; null where it is not looked at
     */
    static FirstWindowRuling whole(FirstWindowPolicy policy, AnswerFigures seen, @Nullable FirstDecisions score) {
        boolean failing = seen.rows() >= LEAST_ROWS && seen.failures() > policy.maxErrorRate() * seen.rows();
        boolean slow = RecordTime.isBeyond(
                seen.latency(), policy.maxP99Milliseconds(), seen.latency().total());
        return of(policy, seen, score, failing, slow);
    }

    private static FirstWindowRuling of(
            FirstWindowPolicy policy,
            AnswerFigures seen,
            @Nullable FirstDecisions score,
            boolean failing,
            boolean slow) {
        List<String> bad = new ArrayList<>();
        String rows = "| First decisions | seen | limit | says |\n|---|---|---|---|\n"
                + row("Rows without an answer", errors(seen), LimitRow.number(policy.maxErrorRate()), failing)
                + row(RecordTime.CRITERION, latency(seen), LimitRow.number(policy.maxP99Milliseconds()), slow);
        if (failing) {
            bad.add(errors(seen) + " rows remained without an answer, and max-error-rate allows "
                    + LimitRow.number(policy.maxErrorRate()));
        }
        if (slow) {
            bad.add("reading and scoring one record takes " + latency(seen) + " ms at the 99th percentile, and"
                    + " max-p99-milliseconds allows " + LimitRow.number(policy.maxP99Milliseconds()));
        }
        if (policy.scoreDrift()) {
            ScoreDrift drift = score == null ? null : score.score();
            rows += row(
                    "Drift of the score",
                    drift == null ? unseen(score) : text(drift),
                    drift == null ? "" : "chance above " + LimitRow.number(drift.threshold()),
                    drift != null && drift.alarm());
            if (drift != null && drift.alarm()) {
                bad.add("the score drifts beyond chance from what the model's folder says of it (" + text(drift)
                        + ", alarm at " + LimitRow.number(drift.threshold()) + ")");
            }
        }
        return new FirstWindowRuling(bad, rows);
    }

    private static String row(String criterion, String seen, String limit, boolean bad) {
        String says = bad ? "**rolls back**" : seen.equals(UNKNOWN) ? "" : "passes";
        return "| " + criterion + " | " + seen + " | " + limit + " | " + says + " |\n";
    }

    private static String errors(AnswerFigures seen) {
        return LimitRow.share(seen.failures(), seen.rows());
    }

    private static String latency(AnswerFigures seen) {
        Double milliseconds = seen.latency().milliseconds(RecordTime.SHARE);
        return milliseconds == null || seen.latency().total() < RecordTime.LEAST
                ? UNKNOWN
                : LimitRow.number(milliseconds);
    }

    private static String unseen(@Nullable FirstDecisions score) {
        return score == null || score.note() == null ? UNKNOWN : score.note();
    }

    private static String text(ScoreDrift drift) {
        return "stability index " + LimitRow.number(drift.populationStability()) + ", chance "
                + LimitRow.number(drift.chance());
    }
}
