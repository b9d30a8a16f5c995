package io.loanflow.preprocessing.load;

/** The load is unknown, not complete, or not what its reference says. Loading the file again mends it. */
public final class LoadUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LoadUnavailableException(String message) {
        super(message);
    }
}
