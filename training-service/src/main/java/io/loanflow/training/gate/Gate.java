package io.loanflow.training.gate;

import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.statistics.Bootstrap;
import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rule by which a challenger becomes champion. On the same rows it must be no worse by ROC AUC and log loss, and hardly worse at the
 * worse end of their intervals; and it must not be surely worse in anything else that is looked at. Where nobody can know, the champion
 * stays.
 */
public final class Gate {

    private final Duel duel;

    private Gate(Duel duel) {
        this.duel = duel;
    }

    /** @param caveat what else a reader of the comparison must know, as a clause; empty if nothing */
    public static Ruling judge(Duel duel, String caveat) {
        return new Gate(duel).judge(caveat);
    }

    /**
     * Made-up rows are for trying things out: what was learned from them never replaces what was learned from real ones.
     *
     * @param real the version that was, in words
     */
    public static Ruling synthetic(int challengerVersion, String real) {
        String reason = "Version " + challengerVersion + " was trained on synthetic data, " + real + " was not.";
        return refused("Origin of the rows", "not synthetic, unless the champion's are", reason);
    }

    /** Somebody took it out of service for a reason, and the same rows would bring it back at once. */
    public static Ruling withdrawn(int version, int withdrawnVersion, String when, String reason) {
        String which = version == withdrawnVersion
                ? "Version " + version + " was withdrawn"
                : "Version " + version + " is the same model as version " + withdrawnVersion + ", which was withdrawn";
        return refused("Withdrawal", "not withdrawn", which + " at " + when + ": " + reason);
    }

    /** @param why as a sentence */
    public static Ruling unseen(String why) {
        return new Ruling(
                Verdict.HELD,
                why + " Until that is mended, the champion stays.",
                List.of(Criterion.holds("Comparison", Figures.NONE, "can be made", why)));
    }

    private static Ruling refused(String criterion, String rule, String reason) {
        return new Ruling(Verdict.REFUSED, reason, List.of(Criterion.refuses(criterion, Figures.NONE, rule, reason)));
    }

    private Ruling judge(String caveat) {
        if (duel.champion() != null && !canSee()) {
            return tooFew();
        }
        List<Criterion> criteria = new ArrayList<>(new ModelCriteria(duel).judge());
        if (canSee()) {
            Groupings groupings =
                    Groupings.of(duel.test(), duel.rule().evidence().leastOfEachLabel());
            criteria.addAll(drawn(List.of(
                    new SkillCriteria(duel), new CalibrationCriterion(duel), new FairnessCriteria(duel, groupings))));
            criteria.addAll(new GroupCriteria(duel, groupings).judge());
        }
        return new Ruling(verdict(criteria), RulingReason.of(duel, criteria, caveat), criteria);
    }

    /** Whether so few rows of either label say anything about which of two versions is better. */
    private boolean canSee() {
        return duel.test().fewest() >= duel.rule().evidence().leastOfEachLabel();
    }

    private Ruling tooFew() {
        return unseen(String.format(
                Locale.ROOT,
                "%,d test rows, %,d of them positive, are too few to compare version %d with the champion: gate.least-of-each-label"
                        + " in training.yaml asks for %d of either label. Load more rows.",
                duel.test().size(),
                duel.test().rows().positives(),
                duel.challenger().version(),
                duel.rule().evidence().leastOfEachLabel()));
    }

    /** All in one pass over the draws. */
    private List<Criterion> drawn(List<DrawnCriteria> families) {
        List<Statistic> statistics = families.stream()
                .flatMap(family -> family.statistics().stream())
                .toList();
        List<Draws> draws = new Bootstrap(duel.test().labels(), duel.test().clusters()).draws(statistics);
        List<Criterion> criteria = new ArrayList<>();
        int first = 0;
        for (DrawnCriteria family : families) {
            int next = first + family.statistics().size();
            criteria.addAll(family.judge(draws.subList(first, next)));
            first = next;
        }
        return criteria;
    }

    /** Where its figures cannot be relied on, what they say besides does not count. */
    private static Verdict verdict(List<Criterion> criteria) {
        if (criteria.stream().anyMatch(criterion -> criterion.opinion() == Opinion.HOLDS)) {
            return Verdict.HELD;
        }
        return criteria.stream().anyMatch(Criterion::isBad) ? Verdict.REFUSED : Verdict.PROMOTED;
    }
}
