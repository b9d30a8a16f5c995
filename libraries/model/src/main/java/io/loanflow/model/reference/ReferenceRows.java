package io.loanflow.model.reference;

import io.loanflow.model.row.FeatureColumns;
import java.util.Map;

/**
 * What a reference distribution is made of.
 *
 * @param rows the training part
 */
public record ReferenceRows(FeatureColumns rows, HeldOut heldOut) {

    /**
     * Rows that no part of the model has seen.
     *
     * @param scores by the model that will answer
     * @param probabilities of these scores
     * @param labels 1 where the label is positive, else 0
     * @param groups of each row, by protected column; empty text where there is none
     */
    // The arrays are the point; never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record HeldOut(double[] scores, double[] probabilities, byte[] labels, Map<String, String[]> groups) {}
}
