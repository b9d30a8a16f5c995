package io.loanflow.serving.file;

/** A record batch takes more memory than there is for it. */
public final class BatchTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BatchTooLargeException(Throwable cause) {
        super(
                "a record batch of the file takes more memory than is free for it; send record batches of fewer rows,"
                        + " such as 65,536",
                cause);
    }
}
