package io.loanflow.model.reason;

import java.util.List;

/**
 * The rows of the positive label that a row is compared with when its decision is explained: some of the training part, in classes of
 * values instead of values, so that nobody's own numbers can be read from it.
 *
 * @param rows of the positive label in the training part, from which the sample was taken
 * @param features of the rows, in order
 * @param sample for each row taken, by feature, which of its values it has
 */
public record Reference(long rows, List<Feature> features, List<List<Integer>> sample) {

    public Reference {
        features = List.copyOf(features);
        sample = List.copyOf(sample);
    }

    /**
     * A feature among these rows.
     *
     * @param mean of all of them
     * @param values what stands for a class of rows: the mean of the class
     */
    public record Feature(String name, double mean, List<Double> values) {

        public Feature {
            values = List.copyOf(values);
        }
    }

    /** @throws IllegalArgumentException if there is none of this name */
    Feature feature(String name) {
        return features.stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the reference has no feature " + name));
    }

    /**
     * The sample as rows of features.
     *
     * @param names of the features, in order
     * @throws IllegalArgumentException if one of them is not here, or a row has no such value
     */
    double[][] columns(List<String> names) {
        if (!features.stream().map(Feature::name).toList().equals(names)) {
            throw new IllegalArgumentException("the reference is of other features than " + names);
        }
        double[][] columns = new double[names.size()][sample.size()];
        for (int row = 0; row < sample.size(); row++) {
            List<Integer> places = sample.get(row);
            if (places.size() != columns.length) {
                throw new IllegalArgumentException("row " + row + " of the reference has " + places.size() + " values");
            }
            for (int feature = 0; feature < columns.length; feature++) {
                columns[feature][row] = value(features.get(feature), places.get(feature));
            }
        }
        return columns;
    }

    private static double value(Feature feature, int place) {
        if (place < 0 || place >= feature.values().size()) {
            throw new IllegalArgumentException("the reference has no value " + place + " of " + feature.name());
        }
        return feature.values().get(place);
    }
}
