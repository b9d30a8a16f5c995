package io.loanflow.trees.boosting;

import java.util.Set;

/**
 * Which features are categories, and how they are split. Names and meaning are LightGBM's.
 *
 * <p>A category is a whole number from 0 to below 65,536, or missing. A split sends some categories left, and all others, unknown and
 * missing ones too, right.
 *
 * @param features {@code categorical_feature}, by name
 * @param catSmooth added to a category's sum of second derivatives when categories are put in order; those of fewer rows in a leaf are
 *     not considered
 * @param catL2 added to {@code lambdaL2} for sides that are sets of categories
 * @param maxCatThreshold the most categories of a side
 * @param maxCatToOnehot of a feature of at most so many bins, of which one is for rare categories, a single category goes left
 * @param minDataPerGroup from one set that is tried to the next there are at least so many rows
 */
public record CategoricalSplits(
        Set<String> features,
        double catSmooth,
        double catL2,
        int maxCatThreshold,
        int maxCatToOnehot,
        int minDataPerGroup) {

    /** No categories; for the rest LightGBM's defaults. */
    public static final CategoricalSplits NONE = new CategoricalSplits(Set.of(), 10, 10, 32, 4, 100);

    public CategoricalSplits {
        features = Set.copyOf(features);
        Checks.amount("catSmooth", catSmooth);
        Checks.amount("catL2", catL2);
        atLeastOne("maxCatThreshold", maxCatThreshold);
        atLeastOne("maxCatToOnehot", maxCatToOnehot);
        atLeastOne("minDataPerGroup", minDataPerGroup);
    }

    private static void atLeastOne(String name, int value) {
        Checks.require(value >= 1, name + " is " + value + ": give at least 1");
    }

    /** LightGBM's defaults for features of these names. */
    public static CategoricalSplits of(Set<String> features) {
        return new CategoricalSplits(
                features, NONE.catSmooth, NONE.catL2, NONE.maxCatThreshold, NONE.maxCatToOnehot, NONE.minDataPerGroup);
    }
}
