package io.loanflow.ingestion.check;

import io.loanflow.ingestion.validation.ValidationResult;
import io.loanflow.tablefiles.FileRejectedException;

/** The file was read to its end, and too much of it is wrong. */
public final class RowsRejectedException extends FileRejectedException {

    private static final long serialVersionUID = 1;

    private final transient ValidationResult validation;

    RowsRejectedException(String message, ValidationResult validation) {
        super(message);
        this.validation = validation;
    }

    /** What checking found. */
    public ValidationResult validation() {
        return validation;
    }
}
