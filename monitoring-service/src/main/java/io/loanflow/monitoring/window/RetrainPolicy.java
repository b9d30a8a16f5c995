package io.loanflow.monitoring.window;

import java.time.Duration;
import java.util.Set;

/**
 * What follows from alarms.
 *
 * @param alarms columns whose alarm counts, {@code score} and {@code label} among them; none where every alarm does
 * @param leastNewRows decisions whose outcome became known since the last retraining
 * @param coolDown from one retraining to the next
 * @param budget retrainings in seven days
 */
public record RetrainPolicy(Mode mode, Set<String> alarms, long leastNewRows, Duration coolDown, int budget) {

    public static final RetrainPolicy DEFAULTS =
            new RetrainPolicy(Mode.AUTOMATIC, Set.of(), 500, Duration.ofDays(1), 3);

    /** Who begins a retraining. */
    public enum Mode {
        /** The watch. */
        AUTOMATIC,
        /** A person, whom the watch tells. */
        PROPOSE,
        /** Nobody is told. */
        OFF
    }

    public RetrainPolicy {
        alarms = Set.copyOf(alarms);
    }

    /** @param column as a window's report names it: {@code score (of the model)} is score here */
    public boolean counts(String column) {
        return alarms.isEmpty() || alarms.contains(column) || alarms.contains(column.replaceFirst(" \\(.*", ""));
    }
}
