package io.loanflow.model.reference;

import io.loanflow.model.row.FeatureColumns;
import java.util.Map;

/**
 * What a reference distribution is made of.
 *
 * @param rows the training part
 * @param labels 1 where the label is positive, else 0
 * @param scores by trees that had not seen the row; NaN where there are none
 * @param groups of each row, by protected column; empty text where there is none
 * @param heldOut rows that no part of the model has seen
 */
// The arrays are the point; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record ReferenceRows(
        FeatureColumns rows, byte[] labels, double[] scores, Map<String, String[]> groups, HeldOut heldOut) {

    /**
     * @param probabilities by the model
     * @param labels 1 where the label is positive, else 0
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record HeldOut(double[] probabilities, byte[] labels) {}
}
