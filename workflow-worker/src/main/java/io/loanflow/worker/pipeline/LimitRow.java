package io.loanflow.worker.pipeline;

import java.util.Locale;

/**
 * What was seen of a version against one limit.
 *
 * @param key of the limit in {@code training.yaml}
 * @param bad whether it is beyond that
 */
record LimitRow(String criterion, String seen, String key, double limit, boolean bad) {

    /** From here on three digits would need an exponent. */
    private static final double LARGE = 999.5;

    /** A row of a table. */
    String markdown() {
        return "| " + criterion + " | " + seen + " | " + number(limit) + " | " + (bad ? "**refuses**" : "passes")
                + " |\n";
    }

    /** For people who may change the limit. */
    String sentence() {
        return criterion.toLowerCase(Locale.ROOT) + ": " + seen + ", and " + key + " in training.yaml says "
                + number(limit);
    }

    static String share(long part, long of) {
        return String.format(Locale.ROOT, "%,d of %,d", part, of);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < LARGE ? "%.3g" : "%,.0f", value);
    }
}
