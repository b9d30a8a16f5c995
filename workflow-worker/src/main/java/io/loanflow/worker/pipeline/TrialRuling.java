package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.RulingDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What clients' requests say of a version.
 *
 * @param where it was, in words
 * @param bad what is beyond a limit, in words; empty where nothing is
 * @param figures Markdown: a row for each limit with what was seen and what it says
 */
record TrialRuling(String where, List<String> bad, String figures) {

    TrialRuling {
        bad = List.copyOf(bad);
    }

    static TrialRuling of(String where, List<LimitRow> rows) {
        StringBuilder table =
                new StringBuilder("| ").append(where).append(" | seen | limit | says |\n|---|---|---|---|\n");
        rows.forEach(row -> table.append(row.markdown()));
        return new TrialRuling(
                where,
                rows.stream().filter(LimitRow::bad).map(LimitRow::sentence).toList(),
                table.toString());
    }

    /** The same of a version that was not asked often enough before the time was over. */
    TrialRuling tooFew(long asked, int wanted, int minutes) {
        List<String> all = new ArrayList<>(bad);
        all.add(String.format(Locale.ROOT, "%,d of %,d decisions came within %d minutes", asked, wanted, minutes));
        return new TrialRuling(where, all, figures);
    }

    /** The gate's details with what was seen here. */
    RulingDetails details(@Nullable RulingDetails before) {
        return before == null
                ? new RulingDetails(figures, null, 0)
                : new RulingDetails(before.table() + "\n" + figures, before.page(), before.mostMilliseconds());
    }

    /** All that is bad, as one clause. */
    String reason() {
        return where.substring(0, 1).toLowerCase(Locale.ROOT) + where.substring(1) + ", " + String.join("; ", bad);
    }
}
