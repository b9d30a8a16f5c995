package io.loanflow.model.reason;

import java.util.List;

/**
 * What is usual among the rows of the positive label: by it a value that speaks against a row is called low or high.
 *
 * @param rows of the positive label in the training part
 * @param features of the rows, in order
 */
public record Reference(long rows, List<Feature> features) {

    public Reference {
        features = List.copyOf(features);
    }

    /** A feature's mean among these rows. */
    public record Feature(String name, double mean) {}

    /** @throws IllegalArgumentException if there is no feature of this name */
    double mean(String feature) {
        return features.stream()
                .filter(one -> one.name().equals(feature))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference has no feature " + feature))
                .mean();
    }
}
