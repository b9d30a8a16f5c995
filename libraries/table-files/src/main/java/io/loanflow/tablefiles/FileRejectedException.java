package io.loanflow.tablefiles;

/** The file is not the table it is taken for. The message says what, where and how to mend it. */
public class FileRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileRejectedException(String message) {
        super(message);
    }

    /** @param cause what a library says of it, for whoever looks for a fault in the library */
    public FileRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
