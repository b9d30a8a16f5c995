package io.loanflow.ingestion.validation;

import org.jspecify.annotations.Nullable;

/**
 * Rows that break an expectation in the same way.
 *
 * @param shape what the value looks like, without the value: {@code 99.99%} for 16.02%
 * @param flaw what is wrong with such a value and how to mend it, as the end of a sentence; null where nothing is known
 */
public record Offenders(String shape, @Nullable String flaw, long count) {}
