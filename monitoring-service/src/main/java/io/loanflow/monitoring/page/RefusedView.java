package io.loanflow.monitoring.page;

import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.monitoring.decision.RefusedInputs;
import io.loanflow.web.page.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was refused in a window.
 *
 * @param summary in a sentence
 */
record RefusedView(String summary, List<Line> lines) {

    /** Rows refused for one reason. */
    record Line(String reason, String column, String rows) {}

    static RefusedView of(@Nullable RefusedInputs refused) {
        if (refused == null) {
            return new RefusedView("Refused rows were not counted when this window was judged.", List.of());
        }
        if (refused.rows() == 0) {
            return new RefusedView("None was refused.", List.of());
        }
        return new RefusedView(
                Texts.count(refused.rows())
                        + " were refused, and are in no other figure. One row may have several reasons.",
                refused.byReason().stream().map(RefusedView::line).toList());
    }

    private static Line line(RefusedInputs.ByReason line) {
        return new Line(text(line.reason()), line.column().isEmpty() ? "–" : line.column(), Texts.count(line.rows()));
    }

    private static String text(String reason) {
        return switch (RefusalReason.valueOf(reason)) {
            case MISSING -> "missing, and must be given";
            case NOT_ALLOWED -> "a value that the definition does not allow";
            case REPEATED -> "given more than once";
            case UNUSED_COLUMN -> "a column that no decision uses";
            case NO_ROW -> "no row at all";
        };
    }
}
