package io.loanflow.featurebatches;

/**
 * Some rows, column by column: what a model sees, what it learns, and what travels beside them to measure with. Arrays
 * are shared, not copied: whoever reads them leaves them alone.
 */
public final class FeatureBatch {

    private final double[][] features;
    private final byte[] labels;
    private final String[][] companions;

    /**
     * @param features one array for each feature, each as long as the labels
     * @param labels 1 where the decision is positive, else 0
     * @param companions one array for each companion column; empty text where the value is missing
     */
    public FeatureBatch(double[][] features, byte[] labels, String[][] companions) {
        for (double[] column : features) {
            requireLength("feature", column.length, labels.length);
        }
        for (String[] column : companions) {
            requireLength("companion", column.length, labels.length);
        }
        this.features = features;
        this.labels = labels;
        this.companions = companions;
    }

    public int rows() {
        return labels.length;
    }

    public int features() {
        return features.length;
    }

    public int companions() {
        return companions.length;
    }

    /** All values of a feature; not a copy. */
    public double[] column(int feature) {
        return features[feature];
    }

    /** 1 where the decision is positive, else 0. */
    public int label(int row) {
        return labels[row];
    }

    /** The text of a companion column in the schema's order; empty where the value is missing. */
    public String companion(int companion, int row) {
        return companions[companion][row];
    }

    /** How many decisions are positive. */
    public int positives() {
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        return positives;
    }

    byte[] labels() {
        return labels;
    }

    private static void requireLength(String kind, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException(
                    "a " + kind + " column has " + length + " values where the batch has " + rows + " rows");
        }
    }
}
