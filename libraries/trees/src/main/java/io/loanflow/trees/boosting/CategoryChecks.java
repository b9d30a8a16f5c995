package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Refuses categorical features that are none. */
final class CategoryChecks {

    private CategoryChecks() {}

    static void noDirection(CategoricalSplits splits, Map<String, Integer> monotone) {
        splits.features()
                .forEach(name -> Checks.require(
                        !monotone.containsKey(name),
                        "monotone names " + name + ", which is categorical: its categories have no order"));
    }

    /** By feature, whether it is categorical. */
    static boolean[] categorical(List<String> names, double[][] columns, BoostingParameters parameters) {
        boolean[] categorical = new boolean[names.size()];
        for (String name : parameters.categorical().features()) {
            int feature = names.indexOf(name);
            Checks.require(
                    feature >= 0, "categorical names " + name + ", which is no feature: the features are " + names);
            Arrays.stream(columns[feature])
                    .filter(value -> !isCategory(value))
                    .findFirst()
                    .ifPresent(value -> refuse(name, value));
            categorical[feature] = true;
        }
        return categorical;
    }

    private static void refuse(String name, double value) {
        throw new IllegalArgumentException("The feature " + name + " is categorical and has the value " + value
                + ": number its categories from 0 to below " + Reading.CATEGORIES);
    }

    private static boolean isCategory(double value) {
        return Double.isNaN(value) || (value >= 0 && value < Reading.CATEGORIES && value == (int) value);
    }
}
