package io.loanflow.training.promotion;

import org.jspecify.annotations.Nullable;

/** A registered version cannot score these rows; the message says why, as the end of a sentence. */
final class NotComparableException extends Exception {

    private static final long serialVersionUID = 1L;

    NotComparableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
