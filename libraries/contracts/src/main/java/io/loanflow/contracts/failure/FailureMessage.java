package io.loanflow.contracts.failure;

/**
 * Messages of failures, short enough for a workflow's history: Temporal refuses a failure that is too large, and then the activity is
 * tried again for as long as it may be.
 */
public final class FailureMessage {

    private static final int LONGEST = 8_000;

    private FailureMessage() {}

    /** What the exception says, or its beginning; its name where it says nothing. */
    public static String of(Throwable failure) {
        String message = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage());
        return message.length() <= LONGEST
                ? message
                : message.substring(0, LONGEST) + "… (cut; the log of the service has all)";
    }
}
