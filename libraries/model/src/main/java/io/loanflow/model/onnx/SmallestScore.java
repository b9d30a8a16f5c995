package io.loanflow.model.onnx;

import io.loanflow.model.calibration.Calibration;

/** The smallest score whose probability reaches a threshold: decided by it, no decision hangs on a probability's last bits. */
final class SmallestScore {

    private SmallestScore() {}

    /** From 0 to 1; infinite where none reaches it. */
    static double of(Calibration calibration, double threshold) {
        if (calibration.probability(1) < threshold) {
            return Double.POSITIVE_INFINITY;
        }
        // Numbers that are not negative have the order of their bits, and a calibration never decreases.
        long from = 0;
        long to = Double.doubleToRawLongBits(1);
        while (from < to) {
            long middle = (from + to) >>> 1;
            if (calibration.probability(Double.longBitsToDouble(middle)) >= threshold) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return Double.longBitsToDouble(from);
    }
}
