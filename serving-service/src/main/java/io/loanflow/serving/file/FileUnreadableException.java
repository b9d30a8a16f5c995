package io.loanflow.serving.file;

/** A file is no table of rows that could be answered; the message says why, as the end of a sentence, and quotes no value. */
public final class FileUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FileUnreadableException(String message) {
        super(message);
    }

    FileUnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
