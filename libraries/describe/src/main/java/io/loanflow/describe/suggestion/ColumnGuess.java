package io.loanflow.describe.suggestion;

import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.DatePattern;
import io.loanflow.describe.profile.ColumnProfile;
import java.util.List;

/** Tells from what stands in a column what it holds. */
final class ColumnGuess {

    /** So many of the values may be wrong, of a hundred; more are meant. */
    private static final double WRONG = 0.5;

    private ColumnGuess() {}

    /** Fills in type, format, categories, range and markers. */
    static void fillIn(ColumnDraft draft) {
        ColumnProfile profile = draft.profile;
        NumberGuess numbers = new NumberGuess(draft);
        if (profile.counts().values() == 0) {
            empty(draft);
        } else if (numbers.fits()) {
            numbers.fillIn();
        } else if (!profile.datePatterns().isEmpty()) {
            date(draft);
        } else {
            new TextGuess(draft).fillIn();
        }
        draft.missingAllowed = draft.missing() > 0;
    }

    private static void empty(ColumnDraft draft) {
        draft.type = ColumnType.TEXT;
        draft.markers.addAll(draft.profile.counts().words().keySet());
        draft.ignore("no row has a value");
    }

    private static void date(ColumnDraft draft) {
        List<String> patterns = draft.profile.datePatterns();
        draft.type = ColumnType.DATE;
        draft.role = ColumnRole.IGNORED;
        draft.markers.addAll(draft.profile.counts().words().keySet());
        draft.format = patterns.get(0).equals(DatePattern.ISO) ? null : "\"" + patterns.get(0) + "\"";
        if (patterns.size() > 1) {
            draft.remark("unsure: all dates are " + patterns.get(1) + " too; which is the month?");
        }
    }

    /** Whether so few rows are wrong that they are set aside, and the others believed. */
    static boolean areFew(long wrong, long values) {
        return wrong <= WRONG / 100 * values;
    }

    static void setAside(ColumnDraft draft, long rows, String why) {
        draft.wrong += rows;
        if (rows > 0) {
            draft.remark("unsure: " + rows + " rows have " + why + " here, and are set aside");
        }
    }
}
