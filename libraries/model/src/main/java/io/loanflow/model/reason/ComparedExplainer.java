package io.loanflow.model.reason;

import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.trees.explain.Explainer;
import io.loanflow.trees.explain.Groups;
import io.loanflow.trees.explain.InterventionalExplainer;
import io.loanflow.trees.explain.PathDependentExplainer;
import io.loanflow.trees.explain.TreeSum;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An explainer whose groups are the columns of the table, and what it compares a row with.
 *
 * @param secondsOfRow rough time that a row takes; 0 where it is next to nothing
 */
record ComparedExplainer(Explainer explainer, Contributions.Comparison comparison, double secondsOfRow) {

    /**
     * Compares with the reference rows where all trees have tables, so that an answer takes no longer for it. A forest of deep trees would
     * be walked once for each of these rows, a tenth of a second in all: it is compared with its training rows.
     *
     * @throws IllegalArgumentException if these do not belong together, or the trees cannot be explained
     */
    static ComparedExplainer of(FeatureEncoder encoder, ModelTrees trees, Reference reference) {
        TreeSum sum = trees.sum().get();
        Groups groups = columns(encoder);
        double[][] rows = reference.columns(encoder.featureNames());
        InterventionalExplainer compared = new InterventionalExplainer(
                sum, groups, rows, reference.sample().size());
        if (compared.tabled() == sum.terms().size()) {
            return new ComparedExplainer(compared, Contributions.Comparison.POSITIVE_ROWS, 0);
        }
        PathDependentExplainer walked = new PathDependentExplainer(sum, groups);
        return new ComparedExplainer(walked, Contributions.Comparison.TRAINING_ROWS, walked.secondsOfRow());
    }

    private static Groups columns(FeatureEncoder encoder) {
        Map<String, String> columnOf = new LinkedHashMap<>();
        for (ColumnEncoding encoding : encoder.encodings()) {
            encoding.featureNames().forEach(feature -> columnOf.put(feature, encoding.column()));
        }
        return Groups.of(encoder.featureNames(), columnOf);
    }
}
