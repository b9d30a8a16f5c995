package io.loanflow.model.calibration;

/** The score is the probability. */
public record Uncalibrated() implements Calibration {

    @Override
    public String method() {
        return "none";
    }

    @Override
    public double probability(double score) {
        return score;
    }
}
