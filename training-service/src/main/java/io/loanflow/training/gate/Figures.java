package io.loanflow.training.gate;

import io.loanflow.training.statistics.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured for one criterion; NaN where there is no such figure.
 *
 * @param interval of the challenger's figure less the champion's, or of the challenger's alone where there is no champion; null where
 *     nothing is uncertain
 * @param detectable how large a true gain must be to pass 9 times of 10
 * @param digits after the point
 */
public record Figures(
        double challenger, double champion, @Nullable Estimate interval, double detectable, int digits) {

    private static final int DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    static final Figures NONE = of(Double.NaN, Double.NaN, null);

    static Figures of(double challenger, double champion, @Nullable Estimate interval) {
        return new Figures(challenger, champion, interval, Double.NaN, digitsThatTellApart(challenger, champion));
    }

    Figures detecting(double gain) {
        return new Figures(challenger, champion, interval, gain, digits);
    }

    /** With so many digits after the point. */
    Figures rounded(int places) {
        return new Figures(challenger, champion, interval, detectable, places);
    }

    String challengerText() {
        return text(challenger, digits);
    }

    String championText() {
        return text(champion, digits);
    }

    /** Such as "+0.0100 (+0.0090 to +0.0110)"; empty where nothing is uncertain. */
    String intervalText() {
        if (interval == null || Double.isNaN(interval.value())) {
            return "";
        }
        return Double.isNaN(champion)
                ? text(interval.lower(), digits) + " to " + text(interval.upper(), digits)
                : signed(interval.value()) + " (" + signed(interval.lower()) + " to " + signed(interval.upper()) + ")";
    }

    private String signed(double value) {
        String text = text(value, digits);
        return value < 0 || Double.isNaN(value) ? text : "+" + text;
    }

    String detectableText() {
        return text(detectable, DIGITS);
    }

    /** At least four, and as many as two numbers need to look different. */
    static int digitsThatTellApart(double one, double other) {
        int digits = DIGITS;
        while (digits < MOST_DIGITS && one != other && text(one, digits).equals(text(other, digits))) {
            digits++;
        }
        return digits;
    }

    static String text(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
