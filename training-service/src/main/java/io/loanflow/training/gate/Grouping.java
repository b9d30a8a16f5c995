package io.loanflow.training.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows by their value of a column. Values of few rows are one group together; where even that is small, its rows are in no group.
 *
 * @param groups names of those that have enough rows
 * @param groupOf index of each row's group; -1 for none
 * @param unseen values whose rows are too few, even together
 */
// The groups are passed on as they are; groupings are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Grouping(String column, List<String> groups, int[] groupOf, List<String> unseen) {

    Grouping {
        groups = List.copyOf(groups);
        unseen = List.copyOf(unseen);
    }

    /** @param least rows of a group */
    static Grouping of(String column, List<String> values, TestRows test, int least) {
        int[] valueOf = Arrays.stream(test.rows().companion(column))
                .mapToInt(values::indexOf)
                .toArray();
        int[] counts = new int[values.size()];
        Arrays.stream(valueOf).filter(value -> value >= 0).forEach(value -> counts[value]++);
        List<String> groups = new ArrayList<>();
        List<String> small = new ArrayList<>();
        int[] groupOfValue = new int[values.size()];
        int smallRows = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] >= least) {
                groupOfValue[value] = groups.size();
                groups.add(values.get(value));
            } else if (counts[value] > 0) {
                small.add(values.get(value));
                smallRows += counts[value];
                groupOfValue[value] = -1;
            }
        }
        return smallRows >= least
                ? pooled(new Grouping(column, groups, groupsOf(valueOf, groupOfValue), small))
                : new Grouping(column, groups, groupsOf(valueOf, groupOfValue), small);
    }

    String name(int group) {
        return column + "=" + groups.get(group);
    }

    /** Positions of a group's rows. */
    int[] rows(int group) {
        int[] rows = new int[groupOf.length];
        int found = 0;
        for (int row = 0; row < groupOf.length; row++) {
            if (groupOf[row] == group) {
                rows[found++] = row;
            }
        }
        return Arrays.copyOf(rows, found);
    }

    /** Without the groups that have fewer positive rows. */
    int[] groupsOfPositives(byte[] labels, int least) {
        int[] positives = new int[groups.size()];
        for (int row = 0; row < labels.length; row++) {
            if (groupOf[row] >= 0) {
                positives[groupOf[row]] += labels[row];
            }
        }
        return Arrays.stream(groupOf)
                .map(group -> group >= 0 && positives[group] >= least ? group : -1)
                .toArray();
    }

    private static int[] groupsOf(int[] valueOf, int[] groupOfValue) {
        // -2: the row has none of the values.
        return Arrays.stream(valueOf)
                .map(value -> value < 0 ? -2 : groupOfValue[value])
                .toArray();
    }

    private static Grouping pooled(Grouping apart) {
        int pool = apart.groups.size();
        List<String> groups = new ArrayList<>(apart.groups);
        groups.add(String.join(" or ", apart.unseen));
        int[] groupOf = Arrays.stream(apart.groupOf)
                .map(group -> group == -1 ? pool : group)
                .toArray();
        return new Grouping(apart.column, groups, groupOf, List.of());
    }
}
