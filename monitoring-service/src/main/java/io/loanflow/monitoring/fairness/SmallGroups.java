package io.loanflow.monitoring.fairness;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a column that are not shown by themselves: those of fewer decisions than may be shown, and, where these are too few even
 * together, the next larger one (complementary suppression): what is left out could else be told from the window's totals.
 *
 * @param tally of all of them together
 * @param withLarger whether a group is among them that is large enough by itself
 */
record SmallGroups(Set<String> groups, GroupTally tally, boolean withLarger) {

    SmallGroups {
        groups = Set.copyOf(groups);
    }

    static SmallGroups of(Map<String, GroupTally> tallies) {
        Set<String> groups = new HashSet<>();
        GroupTally tally = GroupTally.NONE;
        boolean withLarger = false;
        for (Map.Entry<String, GroupTally> entry : bySize(tallies)) {
            long rows = entry.getValue().rows();
            boolean isSmall = rows < Fairness.LEAST;
            if (isSmall || (tally.rows() > 0 && tally.rows() < Fairness.LEAST)) {
                groups.add(entry.getKey());
                tally = tally.plus(entry.getValue());
                withLarger |= !isSmall;
            }
        }
        return new SmallGroups(groups, tally, withLarger);
    }

    private static List<Map.Entry<String, GroupTally>> bySize(Map<String, GroupTally> tallies) {
        return tallies.entrySet().stream()
                .sorted((one, other) ->
                        Long.compare(one.getValue().rows(), other.getValue().rows()))
                .toList();
    }

    /** Null where all are shown. */
    @Nullable
    String note() {
        if (groups.isEmpty()) {
            return null;
        }
        String which = "Groups of fewer than " + Fairness.LEAST + " decisions are ";
        if (tally.rows() < Fairness.LEAST) {
            return which + "not shown.";
        }
        return which
                + (withLarger
                        ? "shown together with the next larger one: the totals would tell what is left out."
                        : "shown together.");
    }
}
