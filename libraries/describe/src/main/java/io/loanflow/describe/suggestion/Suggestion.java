package io.loanflow.describe.suggestion;

/**
 * Suggested files of a data set.
 *
 * @param definition {@code dataset.yaml}
 * @param expectations {@code expectations.yaml}
 * @param training {@code training.yaml}
 * @param report what was found, for people
 */
public record Suggestion(String definition, String expectations, String training, String report) {}
