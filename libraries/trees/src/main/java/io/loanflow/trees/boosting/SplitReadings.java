package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Readings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The readings of the features that splits asked for so far. The first ones are those of the features in their order, so that a tree of
 * numbers without missing values has the features themselves.
 */
final class SplitReadings {

    private final List<Reading> list = new ArrayList<>();

    private final Map<Reading, Integer> numbers = new HashMap<>();

    private Readings readings = new Readings(List.of());

    SplitReadings(double[][] columns, boolean[] categorical) {
        for (int feature = 0; feature < columns.length; feature++) {
            number(
                    categorical[feature]
                            ? Reading.categories(feature, new BitSet())
                            : Reading.of(
                                    feature,
                                    Bins.anyMissing(columns[feature])
                                            ? Reading.Kind.MISSING_BELOW
                                            : Reading.Kind.NUMBER));
        }
    }

    private int number(Reading reading) {
        Integer known = numbers.putIfAbsent(reading, list.size());
        if (known == null) {
            list.add(reading);
            return list.size() - 1;
        }
        return known;
    }

    /** The reading that a split compares with its threshold. */
    int of(Split split) {
        BinnedTable.Feature feature = split.feature();
        BitSet left = split.cut().categories();
        if (left != null) {
            return number(Reading.categories(feature.index(), feature.categories(left)));
        }
        return feature.missing() && !split.cut().missingLeft()
                ? number(Reading.of(feature.index(), Reading.Kind.MISSING_ABOVE))
                : feature.index();
    }

    /** All so far. */
    Readings readings() {
        if (readings.size() < list.size()) {
            readings = new Readings(list);
        }
        return readings;
    }
}
