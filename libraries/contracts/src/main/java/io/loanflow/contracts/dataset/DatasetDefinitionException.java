package io.loanflow.contracts.dataset;

/** A data set is unknown, or its definition is wrong. The message has one line for each problem: file, line, path, what is allowed. */
public class DatasetDefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatasetDefinitionException(String message) {
        super(message);
    }

    public DatasetDefinitionException(String message, Throwable cause) {
        super(message, cause);
    }
}
