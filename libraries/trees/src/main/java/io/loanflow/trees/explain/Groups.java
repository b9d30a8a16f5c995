package io.loanflow.trees.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The places of a row, and what is explained of them: a group of places is one player of the game, present or absent as a whole. The parts
 * of a column that was made into several features (one-hot) are a group, since the Shapley value of the column is not the sum of those of
 * its parts: a game in which a part is present and the others are absent knows half a category, which no row has.
 *
 * @param featureNames what the places of a row are called
 * @param groupOf by place, its group
 * @param names of the groups
 */
public record Groups(List<String> featureNames, List<Integer> groupOf, List<String> names) {

    public Groups {
        featureNames = List.copyOf(featureNames);
        groupOf = List.copyOf(groupOf);
        names = List.copyOf(names);
        if (new LinkedHashSet<>(featureNames).size() != featureNames.size()) {
            throw new IllegalArgumentException(
                    "A feature is named twice among " + featureNames + ": name each place once");
        }
        int size = names.size();
        if (groupOf.size() != featureNames.size() || groupOf.stream().anyMatch(group -> group < 0 || group >= size)) {
            throw new IllegalArgumentException("The groups of the places are " + groupOf + " for " + featureNames.size()
                    + " features and " + size + " groups: give each feature a group from 0 to below " + size);
        }
    }

    /** Each place alone. */
    public static Groups each(List<String> featureNames) {
        return new Groups(
                featureNames, IntStream.range(0, featureNames.size()).boxed().toList(), featureNames);
    }

    /**
     * Groups by name, in the order in which the places first name them.
     *
     * @param groupOf the group of a feature, by its name; a feature that it does not hold is a group of its own
     */
    public static Groups of(List<String> featureNames, Map<String, String> groupOf) {
        List<String> named = featureNames.stream()
                .map(feature -> groupOf.getOrDefault(feature, feature))
                .toList();
        List<String> names = new ArrayList<>(new LinkedHashSet<>(named));
        return new Groups(featureNames, named.stream().map(names::indexOf).toList(), names);
    }

    public int size() {
        return names.size();
    }

    int[] array() {
        return groupOf.stream().mapToInt(Integer::intValue).toArray();
    }

    void check(double[] row) {
        if (row.length != featureNames.size()) {
            throw new IllegalArgumentException("The row has " + row.length + " values: give one for each of the "
                    + featureNames.size() + " features " + featureNames);
        }
        for (int place = 0; place < row.length; place++) {
            refuseNaN(row[place], place);
        }
    }

    void check(double[][] columns, int rows) {
        if (columns.length != featureNames.size()) {
            throw new IllegalArgumentException("There are " + columns.length + " columns: give one for each of the "
                    + featureNames.size() + " features " + featureNames);
        }
        for (int place = 0; place < columns.length; place++) {
            for (int row = 0; row < rows; row++) {
                refuseNaN(columns[place][row], place);
            }
        }
    }

    private void refuseNaN(double value, int place) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("The feature '" + featureNames.get(place)
                    + "' is not a number (NaN): fill missing values before explaining");
        }
    }
}
