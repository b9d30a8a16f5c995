package io.loanflow.training.promotion;

import io.loanflow.contracts.release.Verdict;
import java.util.Locale;

/**
 * The rule by which a challenger becomes champion: its ROC AUC reaches the floor, and is better than the champion's on the same
 * rows, equal to it, or lower by no more than the tolerance.
 */
record Gate(double floor, double tolerance) {

    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    /** There is no champion yet: the floor is enough. */
    Ruling first(Contender challenger, long rows) {
        return againstFloor(challenger, rows, "there is no champion yet");
    }

    /** The champion cannot be scored on these rows: the floor is enough, else a changed definition would keep it for ever. */
    Ruling unopposed(Contender challenger, long rows, int championVersion, String why) {
        return againstFloor(
                challenger, rows, "champion version " + championVersion + " cannot be compared, since " + why);
    }

    /** Made-up rows are for trying things out: what was learned from them never replaces what was learned from real ones. */
    Ruling synthetic(Contender challenger, int championVersion) {
        return new Ruling(
                Verdict.REFUSED,
                "Version " + challenger.version() + " was trained on synthetic data (ROC AUC "
                        + number(challenger.auc(), FEWEST_DIGITS) + " on it), champion version " + championVersion
                        + " was not.");
    }

    /** @param caveat what else a reader of the comparison must know, as a clause; empty if nothing */
    Ruling compare(Contender challenger, Contender champion, long rows, String caveat) {
        if (challenger.auc() < floor) {
            return againstFloor(challenger, rows, "");
        }
        boolean passes = challenger.auc() >= champion.auc() - tolerance;
        int digits = digitsThatTellApart(challenger.auc(), champion.auc());
        String reason = measured(challenger, rows, digits) + "; champion version " + champion.version() + " has "
                + number(champion.auc(), digits) + " on the same rows";
        if (passes && challenger.auc() < champion.auc()) {
            reason += ", and the tolerance is " + tolerance;
        }
        return new Ruling(passes ? Verdict.PROMOTED : Verdict.REFUSED, reason + caveat + ".");
    }

    private Ruling againstFloor(Contender challenger, long rows, String why) {
        int digits = digitsThatTellApart(challenger.auc(), floor);
        String measured = measured(challenger, rows, digits);
        return challenger.auc() >= floor
                ? new Ruling(Verdict.PROMOTED, measured + ", the floor is " + number(floor, digits) + "; " + why + ".")
                : new Ruling(Verdict.REFUSED, measured + ", below the floor of " + number(floor, digits) + ".");
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
