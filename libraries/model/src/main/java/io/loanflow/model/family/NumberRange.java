package io.loanflow.model.family;

import java.util.Random;

/**
 * Numbers from one to another.
 *
 * @param logarithmic whether doubling is as likely everywhere, so that small numbers are drawn as often as large ones
 */
public record NumberRange(double from, double to, boolean logarithmic) {

    double draw(Random random) {
        double share = random.nextDouble();
        return logarithmic ? from * Math.pow(to / from, share) : from + (to - from) * share;
    }
}
