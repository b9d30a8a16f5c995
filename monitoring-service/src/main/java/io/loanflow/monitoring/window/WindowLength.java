package io.loanflow.monitoring.window;

import java.time.Duration;
import java.time.Instant;

/**
 * Either a time or a number of decisions.
 *
 * @param time zero where decisions are counted
 * @param decisions 0 where time is
 */
public record WindowLength(Duration time, long decisions) {

    public static WindowLength time(Duration time) {
        return new WindowLength(time, 0);
    }

    public static WindowLength decisions(long decisions) {
        return new WindowLength(Duration.ZERO, decisions);
    }

    public boolean countsDecisions() {
        return decisions > 0;
    }

    /** Begin of the window of time that this moment lies in: hours and days begin with those of UTC. */
    public Instant beginOf(Instant moment) {
        long seconds = time.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }
}
