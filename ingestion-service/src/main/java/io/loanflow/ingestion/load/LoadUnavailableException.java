package io.loanflow.ingestion.load;

/** The load that was named is not there, belongs to another data set, or has no rows that may be read. */
public class LoadUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoadUnavailableException(String message) {
        super(message);
    }
}
