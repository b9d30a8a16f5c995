package io.loanflow.ingestion.source;

/** There is no file to load, or it lies where this service must not read. The message says what to do. */
public class FileUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileUnavailableException(String message) {
        super(message);
    }
}
