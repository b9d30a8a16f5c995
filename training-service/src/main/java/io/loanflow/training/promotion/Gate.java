package io.loanflow.training.promotion;

import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.evaluation.AucDifference;
import java.util.Locale;

/**
 * The rule by which a challenger becomes champion: its ROC AUC reaches the floor, is on the same rows no lower than the champion's by
 * more than the tolerance, and the confidence interval of the difference says that it is hardly lower by more than the margin. Where
 * nobody can know, the champion stays.
 */
record Gate(GateDefinition rule) {

    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    /** There is no champion yet: the floor is enough. */
    Ruling first(Contender challenger, long rows) {
        return challenger.auc() < rule.floor()
                ? belowFloor(challenger, rows)
                : new Ruling(
                        Verdict.PROMOTED,
                        measured(challenger, rows, digitsThatTellApart(challenger.auc(), rule.floor()))
                                + ", the floor is "
                                + number(rule.floor(), digitsThatTellApart(challenger.auc(), rule.floor()))
                                + "; there is no champion yet.");
    }

    /** Made-up rows are for trying things out: what was learned from them never replaces what was learned from real ones. */
    static Ruling synthetic(int challengerVersion, String real) {
        return new Ruling(
                Verdict.REFUSED,
                "Version " + challengerVersion + " was trained on synthetic data, " + real + " was not.");
    }

    /** Somebody took it out of service for a reason, and the same rows would bring it back at once. */
    static Ruling withdrawn(int version, int withdrawnVersion, String when, String reason) {
        String which = version == withdrawnVersion
                ? "Version " + version + " was withdrawn"
                : "Version " + version + " is the same model as version " + withdrawnVersion + ", which was withdrawn";
        return new Ruling(Verdict.REFUSED, which + " at " + when + ": " + reason);
    }

    /** @param why as a sentence */
    static Ruling unseen(String why) {
        return new Ruling(Verdict.HELD, why + " Until that is mended, the champion stays.");
    }

    /** Whether so few rows of either label say anything about which of two versions is better. */
    boolean canSee(TestRows test) {
        return Math.min(test.positives(), test.size() - test.positives()) >= rule.leastOfEachLabel();
    }

    Ruling tooFew(Contender challenger, TestRows test) {
        return unseen(String.format(
                Locale.ROOT,
                "%,d test rows, %,d of them positive, are too few to compare version %d with the champion: gate.least-of-each-label"
                        + " in training.yaml asks for %d of either label. Load more rows.",
                test.size(),
                test.positives(),
                challenger.version(),
                rule.leastOfEachLabel()));
    }

    /** @param caveat what else a reader of the comparison must know, as a clause; empty if nothing */
    Ruling compare(Contender challenger, Contender champion, AucDifference difference, String caveat) {
        long rows = challenger.rows();
        if (challenger.auc() < rule.floor()) {
            return belowFloor(challenger, rows);
        }
        boolean notWorse = challenger.auc() >= champion.auc() - rule.tolerance();
        boolean sure = difference.lower() > -rule.margin();
        int digits = digitsThatTellApart(challenger.auc(), champion.auc());
        String reason = measured(challenger, rows, digits) + "; champion version " + champion.version() + " has "
                + number(champion.auc(), digits) + " on the same rows, " + interval(difference);
        if (notWorse && challenger.auc() < champion.auc()) {
            reason += ", and the tolerance is " + rule.tolerance();
        }
        if (notWorse && !sure) {
            reason += ", so it may be worse by more than the margin of " + rule.margin();
        }
        return new Ruling(notWorse && sure ? Verdict.PROMOTED : Verdict.REFUSED, reason + caveat + ".");
    }

    private Ruling belowFloor(Contender challenger, long rows) {
        int digits = digitsThatTellApart(challenger.auc(), rule.floor());
        return new Ruling(
                Verdict.REFUSED,
                measured(challenger, rows, digits) + ", below the floor of " + number(rule.floor(), digits) + ".");
    }

    private static String interval(AucDifference difference) {
        return String.format(
                Locale.ROOT,
                "a difference of %+.4f (%.4g %% interval %+.4f to %+.4f)",
                difference.observed(),
                100 * difference.confidence(),
                difference.lower(),
                difference.upper());
    }

    private static String measured(Contender contender, long rows, int digits) {
        return String.format(
                Locale.ROOT,
                "Version %d has ROC AUC %s on %,d test rows",
                contender.version(),
                number(contender.auc(), digits),
                rows);
    }

    private static int digitsThatTellApart(double one, double other) {
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS && one != other && number(one, digits).equals(number(other, digits))) {
            digits++;
        }
        return digits;
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
