package io.loanflow.ingestion.check;

import org.jspecify.annotations.Nullable;

/**
 * A row that may be stored.
 *
 * @param number of the data row in its file, from 1
 * @param values one for each column of the definition, in its order: a number in Java's or SQL's plain notation or a category
 *     exactly as defined; null where it is missing. Not to be changed
 */
// Rows are passed on as they are and never compared; a list would cost an object for each of millions of rows.
@SuppressWarnings("ArrayRecordComponent")
public record CheckedRow(long number, @Nullable String[] values) {}
