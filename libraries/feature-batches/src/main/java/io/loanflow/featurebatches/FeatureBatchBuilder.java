package io.loanflow.featurebatches;

import io.loanflow.contracts.feature.FeatureSchema;
import java.util.Arrays;

/** Collects rows into batches. */
public final class FeatureBatchBuilder {

    /** Rows of a full batch: small enough to hold many in memory, large enough that Redis and Arrow cost little per row. */
    public static final int FULL = 8192;

    private final double[][] features;
    private final byte[] labels = new byte[FULL];
    private final String[][] companions;
    private int rows;

    public FeatureBatchBuilder(FeatureSchema schema) {
        features = new double[schema.features().size()][FULL];
        companions = new String[schema.companions().size()][FULL];
    }

    public int rows() {
        return rows;
    }

    public boolean isFull() {
        return rows == FULL;
    }

    /** @throws IllegalStateException if the batch is full */
    public void add(double[] rowFeatures, boolean positive, String[] rowCompanions) {
        if (isFull()) {
            throw new IllegalStateException("a batch holds " + FULL + " rows; write it before adding more");
        }
        for (int i = 0; i < features.length; i++) {
            features[i][rows] = rowFeatures[i];
        }
        for (int i = 0; i < companions.length; i++) {
            companions[i][rows] = rowCompanions[i];
        }
        labels[rows++] = (byte) (positive ? 1 : 0);
    }

    /** The rows added since the last call, in arrays of their own; starts anew. */
    public FeatureBatch take() {
        FeatureBatch batch = new FeatureBatch(
                Arrays.stream(features)
                        .map(column -> Arrays.copyOf(column, rows))
                        .toArray(double[][]::new),
                Arrays.copyOf(labels, rows),
                Arrays.stream(companions)
                        .map(column -> Arrays.copyOf(column, rows))
                        .toArray(String[][]::new));
        rows = 0;
        return batch;
    }
}
