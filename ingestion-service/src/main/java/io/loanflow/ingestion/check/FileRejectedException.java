package io.loanflow.ingestion.check;

/** The file is not the table its definition describes, or too much of it is wrong. The message says what, where and how to mend it. */
public class FileRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public FileRejectedException(String message) {
        super(message);
    }
}
