package io.loanflow.training.gate;

/**
 * A version as the gate sees it.
 *
 * @param probabilities of the positive label, one for each test row
 * @param threshold smallest probability that is decided positive
 * @param bytes of its folder
 * @param loadRows rows of the load that it was trained on; 0 where that is not known
 */
// The probabilities are passed on as they are; contenders are never compared as a whole.
@SuppressWarnings("ArrayRecordComponent")
public record Contender(int version, double[] probabilities, double threshold, long bytes, long loadRows) {

    boolean[] decisions() {
        boolean[] positive = new boolean[probabilities.length];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = probabilities[row] >= threshold;
        }
        return positive;
    }
}
