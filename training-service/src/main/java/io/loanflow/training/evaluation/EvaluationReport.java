package io.loanflow.training.evaluation;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Slice;
import io.loanflow.training.rows.PartRows;
import java.util.List;

/**
 * A model measured on all rows, on the definition's slices, and on each protected group.
 *
 * @param slices those that have rows
 * @param comparisons one for each protected column
 */
public record EvaluationReport(
        double threshold, Evaluation all, List<SliceEvaluation> slices, List<GroupComparison> comparisons) {

    public EvaluationReport {
        slices = List.copyOf(slices);
        comparisons = List.copyOf(comparisons);
    }

    /** @param threshold smallest score that is decided positive */
    public static EvaluationReport of(DatasetDefinition definition, PartRows rows, double[] scores, double threshold) {
        List<GroupComparison> comparisons = definition.protectedColumns().stream()
                .map(column -> new GroupComparison(column.name(), evaluations(groups(column), rows, scores, threshold)))
                .toList();
        return new EvaluationReport(
                threshold,
                Evaluation.of(rows.labels(), scores, threshold),
                evaluations(definition.slices(), rows, scores, threshold),
                comparisons);
    }

    private static List<Slice> groups(Column column) {
        return column.groups().stream()
                .map(group -> new Slice(column.name(), group))
                .toList();
    }

    private static List<SliceEvaluation> evaluations(
            List<Slice> slices, PartRows rows, double[] scores, double threshold) {
        return slices.stream()
                .map(slice -> SliceEvaluation.of(slice, rows, scores, threshold))
                .filter(evaluation -> evaluation.rows() > 0)
                .toList();
    }
}
