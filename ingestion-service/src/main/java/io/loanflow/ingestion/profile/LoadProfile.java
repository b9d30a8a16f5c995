package io.loanflow.ingestion.profile;

import java.util.List;

/**
 * The stored rows of a load.
 *
 * @param columns in the definition's order
 */
public record LoadProfile(long loadId, long rows, List<ColumnProfile> columns) {}
