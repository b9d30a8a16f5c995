package io.loanflow.training.gate;

import java.util.Locale;

/** What one criterion says of a challenger. */
public enum Opinion {
    PASSES,
    REFUSES,
    /** Its figures cannot be relied on. */
    HOLDS,
    /** It is shown, and decides nothing. */
    NOTED;

    /** For people. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
