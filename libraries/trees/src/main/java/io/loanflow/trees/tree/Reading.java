package io.loanflow.trees.tree;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a split reads a feature. What it compares with its threshold is the reading, a number that is never missing, so that whatever walks,
 * scores or explains trees needs to know of thresholds only.
 *
 * @param feature the place in a row of what is read
 * @param categories of {@link Kind#CATEGORIES}, those that go left, ascending; else none
 */
public record Reading(int feature, Kind kind, List<Integer> categories) {

    /** Categories are whole numbers from 0 to below this one. */
    public static final int CATEGORIES = 1 << 16;

    /** What becomes of a value. */
    public enum Kind {
        /** It is read as it is; a missing one cannot be read. */
        NUMBER,
        /** As it is; a missing one is below all others. */
        MISSING_BELOW,
        /** As it is; a missing one is above all others. */
        MISSING_ABOVE,
        /** 0 for some categories, 1 for every other one and for a missing one. */
        CATEGORIES
    }

    public Reading {
        categories = List.copyOf(categories);
        if (feature < 0 || categories.stream().anyMatch(category -> category < 0 || category >= CATEGORIES)) {
            throw new IllegalArgumentException("Feature " + feature + " is read by the categories " + categories
                    + ": give a place in a row, and whole numbers from 0 to below " + CATEGORIES);
        }
    }

    public static Reading of(int feature, Kind kind) {
        return new Reading(feature, kind, List.of());
    }

    /** @param left the categories that go left */
    public static Reading categories(int feature, BitSet left) {
        return new Reading(feature, Kind.CATEGORIES, left.stream().boxed().toList());
    }

    /** Each feature as it is. */
    public static List<Reading> numbers(int features) {
        return IntStream.range(0, features)
                .mapToObj(feature -> of(feature, Kind.NUMBER))
                .toList();
    }

    /** What it is called, given its feature's name: another name for each reading of a feature. */
    public String name(String featureName) {
        return switch (kind) {
            case NUMBER -> featureName;
            case MISSING_BELOW -> featureName + " (missing below)";
            case MISSING_ABOVE -> featureName + " (missing above)";
            case CATEGORIES -> featureName + " not in " + categories;
        };
    }
}
