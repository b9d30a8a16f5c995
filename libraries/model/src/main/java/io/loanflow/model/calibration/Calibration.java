package io.loanflow.model.calibration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How a forest's score becomes a probability. Never decreases, so that nobody's place changes, and gives the same bits on every
 * platform.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Uncalibrated.class, name = "none"),
    @JsonSubTypes.Type(value = PlattScaling.class, name = "platt"),
    @JsonSubTypes.Type(value = IsotonicCalibration.class, name = "isotonic")
})
public sealed interface Calibration permits Uncalibrated, PlattScaling, IsotonicCalibration {

    /** As runs name it. */
    String method();

    /** @param score from 0 to 1 */
    double probability(double score);

    default double[] probabilities(double[] scores) {
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = probability(scores[i]);
        }
        return probabilities;
    }
}
