package io.loanflow.ingestion.check;

import io.loanflow.ingestion.validation.ValidationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file is not the table its definition describes, or too much of it is wrong. The message says what, where and how to mend it. */
public class FileRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable ValidationResult validation;

    public FileRejectedException(String message) {
        super(message);
        validation = null;
    }

    FileRejectedException(String message, ValidationResult validation) {
        super(message);
        this.validation = validation;
    }

    /** What checking found; empty if the file could not be read to its end. */
    public Optional<ValidationResult> validation() {
        return Optional.ofNullable(validation);
    }
}
