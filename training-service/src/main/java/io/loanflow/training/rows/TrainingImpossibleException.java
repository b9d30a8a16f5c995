package io.loanflow.training.rows;

/** Rows that no model can be made of; says why and what to do. */
public final class TrainingImpossibleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TrainingImpossibleException(String message) {
        super(message);
    }
}
