package io.loanflow.training.report;

import io.loanflow.model.TargetLabels;
import io.loanflow.training.evaluation.ColumnImportance;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.explanation.ModelExplanation;
import java.util.List;

/**
 * What is shown of a model.
 *
 * @param subtitle of every picture: which rows, and whether they are synthetic
 * @param importances most important first
 * @param explanation what it does overall
 */
public record Report(
        EvaluationReport evaluation,
        List<ColumnImportance> importances,
        TargetLabels labels,
        String subtitle,
        ModelExplanation explanation) {

    public Report {
        importances = List.copyOf(importances);
    }
}
