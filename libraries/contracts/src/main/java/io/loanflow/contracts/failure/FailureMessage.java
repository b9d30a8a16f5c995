package io.loanflow.contracts.failure;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a failure says, so short that Temporal stores it whole: a few kilobytes of one that will be tried again; a failure for good
 * may list what is wrong.
 */
final class FailureMessage {

    private static final int LIMIT = 1000;
    private static final int FACT_LIMIT = 8000;
    private static final int FRAMES = 8;
    private static final String OURS = "io.loanflow.";

    /** What a library quotes may be a value of a row. */
    private static final String QUOTED = "\"[^\"]*\"|'[^']*'";

    private FailureMessage() {}

    static String ofFact(Throwable fact) {
        return bounded(said(fact), FACT_LIMIT);
    }

    /** With the innermost cause, which knows what the network or the disk said. */
    static String ofOutage(Throwable outage) {
        String message = said(outage);
        String innermost = said(innermost(outage));
        return message.contains(innermost)
                ? bounded(message)
                : bounded(message, LIMIT / 2) + ": " + bounded(innermost, LIMIT / 2);
    }

    /** Class, place and message; values that it quotes are left out. */
    static String ofBug(Throwable bug) {
        Throwable innermost = innermost(bug);
        String message = said(innermost);
        // It quotes code, never values.
        String safe = innermost instanceof NullPointerException ? message : message.replaceAll(QUOTED, "…");
        return bounded("mistake in Loanflow" + where(innermost) + ": "
                + innermost.getClass().getSimpleName() + ": " + safe + ". The service's log has the whole of it.");
    }

    /** The first frames only. */
    static StackTraceElement[] place(Throwable thrown) {
        StackTraceElement[] frames = innermost(thrown).getStackTrace();
        return Arrays.copyOf(frames, Math.min(FRAMES, frames.length));
    }

    private static String where(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    private static String said(Throwable thrown) {
        return Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }

    private static String bounded(String text) {
        return bounded(text, LIMIT);
    }

    private static String bounded(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }
}
