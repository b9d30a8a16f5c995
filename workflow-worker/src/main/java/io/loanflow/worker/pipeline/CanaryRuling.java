package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import java.util.List;

/** Holds what a version answered in the champion's place against the policy. */
final class CanaryRuling {

    /** In words. */
    static final String WHERE = "In the champion's place";

    private static final String KEY = "release.canary.";

    private CanaryRuling() {}

    /** What can be said before it answered enough: only what no further decision can mend. */
    static TrialRuling early(CanaryPolicy policy, CanaryFigures seen) {
        return of(policy, seen, policy.decisions(), false);
    }

    /** What all says that it answered; the time is over where that is less than wanted. */
    static TrialRuling whole(CanaryPolicy policy, CanaryFigures seen) {
        long rows = seen.answers().rows();
        TrialRuling ruling = of(policy, seen, Math.max(rows, 1), true);
        return rows >= policy.decisions() ? ruling : ruling.tooFew(rows, policy.decisions(), policy.withinMinutes());
    }

    /** @param of how many rows the shares are */
    private static TrialRuling of(CanaryPolicy policy, CanaryFigures seen, long of, boolean whole) {
        AnswerFigures answers = seen.answers();
        double index = StabilityIndex.of(seen.championScores(), seen.challengerScores());
        // They answered different requests: of few, the index is large where nothing differs.
        double chance = StabilityIndex.ofChance(seen.championScores(), seen.challengerScores());
        long timed = whole ? answers.latency().total() : of;
        Double p99 = answers.latency().milliseconds(RecordTime.SHARE);
        return TrialRuling.of(
                WHERE,
                List.of(
                        new LimitRow(
                                "Rows without an answer",
                                LimitRow.share(answers.failures(), answers.rows()),
                                KEY + "max-error-rate",
                                policy.maxErrorRate(),
                                answers.failures() > policy.maxErrorRate() * of),
                        new LimitRow(
                                "Score's stability index",
                                LimitRow.number(index),
                                KEY + "max-score-psi",
                                policy.maxScorePsi(),
                                whole && index > Math.max(policy.maxScorePsi(), chance)),
                        new LimitRow(
                                RecordTime.CRITERION,
                                p99 == null ? "nothing yet" : LimitRow.number(p99),
                                KEY + "max-p99-milliseconds",
                                policy.maxP99Milliseconds(),
                                RecordTime.isBeyond(answers.latency(), policy.maxP99Milliseconds(), timed))));
    }
}
