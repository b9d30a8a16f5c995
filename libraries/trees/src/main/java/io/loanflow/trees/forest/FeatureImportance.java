package io.loanflow.trees.forest;

/**
 * How much a forest owes to a feature.
 *
 * @param mean over trees or repetitions
 * @param deviation standard deviation over the same
 */
public record FeatureImportance(String feature, double mean, double deviation) {

    static FeatureImportance of(String feature, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new FeatureImportance(feature, mean, Math.sqrt(squares / values.length));
    }
}
