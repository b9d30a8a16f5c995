package io.loanflow.model.family;

import io.loanflow.model.TargetLabels;
import java.util.List;

/**
 * Rows with their decisions, to learn from. Arrays are shared, not copied.
 *
 * @param features names of the columns
 * @param columns one array for each feature; finite numbers
 * @param labels 1 where the decision is positive, else 0; some of each
 * @param targets what the labels are called
 */
// The arrays are the point; rows are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record LabelledRows(List<String> features, double[][] columns, int[] labels, TargetLabels targets) {}
