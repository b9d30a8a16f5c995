package io.loanflow.contracts.dataset;

/** A part of the rows on which the model is measured by itself: those whose column has this value. */
public record Slice(String column, String value) {

    /** How the slice is called in metrics and reports, such as "previous_loan_defaults_on_file=No". */
    public String name() {
        return column + "=" + value;
    }
}
