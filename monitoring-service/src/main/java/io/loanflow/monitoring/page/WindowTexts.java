package io.loanflow.monitoring.page;

import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.judgement.WindowState;
import io.loanflow.monitoring.performance.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a window came to, in words. */
final class WindowTexts {

    private WindowTexts() {}

    static String interval(@Nullable Interval interval) {
        return interval == null
                ? "–"
                : String.format(
                        Locale.ROOT, "%.3f (%.3f to %.3f)", interval.value(), interval.lower(), interval.upper());
    }

    static String chance(double chance) {
        return chance < 1e-6 ? "below 0.000001" : String.format(Locale.ROOT, "%.6f", chance);
    }

    static String verdict(WindowReport report) {
        return switch (report.state()) {
            case WELL -> "Well: nothing is beyond chance";
            case ALARM -> "Alarm: " + String.join(", ", report.alarms());
            case FEW -> "Too few decisions to say anything";
            case UNCOMPARED -> "Nothing to compare with";
        };
    }

    static String colour(WindowState state) {
        return switch (state) {
            case WELL -> "good";
            case ALARM -> "bad";
            case FEW, UNCOMPARED -> "warn";
        };
    }
}
