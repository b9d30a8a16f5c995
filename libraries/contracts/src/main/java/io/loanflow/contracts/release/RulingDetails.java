package io.loanflow.contracts.release;

import org.jspecify.annotations.Nullable;

/**
 * What the gate looked at.
 *
 * @param table Markdown: a row for each criterion with both versions' figures, the interval and what it says
 * @param page with all of it, for people; null where none could be written
 * @param mostMilliseconds that one prediction may take in serving's rehearsal, median
 */
public record RulingDetails(String table, @Nullable String page, double mostMilliseconds) {}
