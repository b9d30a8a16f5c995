package io.loanflow.monitoring.window;

import java.time.Duration;

/**
 * How a data set's decisions are watched.
 *
 * @param window what is judged together
 * @param delay after a window's end until it is judged, for decisions that are still on their way
 * @param least decisions in a window; one with fewer says nothing
 * @param falseAlarmRate share of windows that may raise an alarm where nothing changed
 * @param retrain what follows from alarms
 */
public record WatchDefinition(
        WindowLength window, Duration delay, long least, double falseAlarmRate, RetrainPolicy retrain) {

    public static final WatchDefinition DEFAULTS = new WatchDefinition(
            WindowLength.time(Duration.ofDays(1)), Duration.ofMinutes(2), 100, 0.01, RetrainPolicy.DEFAULTS);
}
