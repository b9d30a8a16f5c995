package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.serving.ShadowFigures;
import java.util.List;

/** Holds what a version said beside the champion against the policy. */
final class ShadowRuling {

    /** In words. */
    static final String WHERE = "In the shadow of the champion";

    private static final String KEY = "release.shadow.";

    private ShadowRuling() {}

    /** What can be said before enough was compared: only what no further decision can mend. */
    static TrialRuling early(ShadowPolicy policy, ShadowFigures seen) {
        return of(policy, seen, policy.decisions(), false);
    }

    /** What all says that was compared; the time is over where that is less than wanted. */
    static TrialRuling whole(ShadowPolicy policy, ShadowFigures seen) {
        TrialRuling ruling = of(policy, seen, Math.max(seen.asked(), 1), true);
        return seen.asked() >= policy.decisions()
                ? ruling
                : ruling.tooFew(seen.asked(), policy.decisions(), policy.withinMinutes());
    }

    /** @param of how many decisions the shares are */
    private static TrialRuling of(ShadowPolicy policy, ShadowFigures seen, long of, boolean whole) {
        double index = StabilityIndex.of(seen.championScores(), seen.challengerScores());
        long compared = whole ? seen.compared() : of;
        Double p99 = seen.latency().milliseconds(RecordTime.SHARE);
        return TrialRuling.of(
                seen.dropped() == 0 ? WHERE : WHERE + " (" + seen.dropped() + " left out)",
                List.of(
                        new LimitRow(
                                "Decided like the champion",
                                LimitRow.share(seen.agreed(), seen.compared()),
                                KEY + "min-agreement",
                                policy.minAgreement(),
                                seen.compared() - seen.agreed() > compared - policy.minAgreement() * compared),
                        new LimitRow(
                                "Score's stability index",
                                LimitRow.number(index),
                                KEY + "max-score-psi",
                                policy.maxScorePsi(),
                                whole && index > policy.maxScorePsi()),
                        new LimitRow(
                                "Records without a score",
                                LimitRow.share(seen.failures(), seen.asked()),
                                KEY + "max-error-rate",
                                policy.maxErrorRate(),
                                seen.failures() > policy.maxErrorRate() * of),
                        new LimitRow(
                                RecordTime.CRITERION,
                                p99 == null ? "nothing yet" : LimitRow.number(p99),
                                KEY + "max-p99-milliseconds",
                                policy.maxP99Milliseconds(),
                                RecordTime.isBeyond(seen.latency(), policy.maxP99Milliseconds(), compared))));
    }
}
