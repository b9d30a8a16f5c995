package io.loanflow.model.reason;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.family.ModelTrees;
import io.loanflow.model.family.ScoreUnit;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import io.loanflow.trees.explain.Explainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Says what each column contributed to a model's score, and which spoke most against a row: exact Shapley values, by column of the table
 * and not by feature. The same row has the same reasons, to the last bit. Immutable and thread-safe.
 */
public final class Reasons {

    /** What is smaller is rounding and speaks neither way. */
    private static final double NOTHING = 1e-9;

    private final FeatureEncoder encoder;
    private final int width;
    private final Explainer explainer;
    private final Contributions.Comparison comparison;
    private final double secondsOfRow;
    private final ScoreUnit unit;
    private final List<ColumnReason> columns;
    private final List<String> names;

    /**
     * @param reference that rows are compared with, and by which a value is called low or high
     * @throws IllegalArgumentException if these do not belong together, or the trees cannot be explained
     */
    public static Reasons of(
            DatasetDefinition definition, FeatureEncoder encoder, ModelTrees trees, Reference reference) {
        return new Reasons(
                definition, encoder, ComparedExplainer.of(encoder, trees, reference), reference, trees.unit());
    }

    private Reasons(
            DatasetDefinition definition,
            FeatureEncoder encoder,
            ComparedExplainer compared,
            Reference reference,
            ScoreUnit unit) {
        this.encoder = encoder;
        this.width = encoder.featureNames().size();
        this.explainer = compared.explainer();
        this.comparison = compared.comparison();
        this.secondsOfRow = compared.secondsOfRow();
        this.unit = unit;
        this.names = definition.features().stream().map(Column::name).toList();
        this.columns = IntStream.range(0, names.size())
                .mapToObj(i -> new ColumnReason(
                        definition.features().get(i), encoder.encodings().get(i), i, reference))
                .toList();
    }

    /** Roughly how many rows have their contributions worked out in a time. */
    public long rowsWithin(Duration time) {
        return secondsOfRow == 0 ? Long.MAX_VALUE : Math.max(1, (long) (time.toMillis() / (1000 * secondsOfRow)));
    }

    /** What each column contributes to the row's score. */
    public Contributions contributions(Row row) {
        return contributions(explainer.explain(EncodedRows.features(encoder, width, row)));
    }

    /** Those of many rows, each to the bit as it has them alone; worked out together, which is faster. */
    public List<Contributions> contributions(List<Row> rows) {
        double[][] explained = explainer.explainColumns(EncodedRows.columns(encoder, rows), rows.size(), 1);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> contributions(Arrays.stream(explained)
                        .mapToDouble(column -> column[row])
                        .toArray()))
                .toList();
    }

    private Contributions contributions(double[] values) {
        Map<String, Double> columnValues = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            columnValues.put(names.get(i), values[i]);
        }
        return new Contributions(unit, comparison, explainer.base(), columnValues);
    }

    /**
     * The columns that moved the row furthest towards the negative label, the strongest first; equal ones in the definition's order.
     *
     * @param contributions of the row
     * @param most how many at most
     */
    public List<Reason> against(Row row, Contributions contributions, int most) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double contribution = contributions.of(names.get(i));
            if (contribution < -NOTHING) {
                reasons.add(new Reason(names.get(i), columns.get(i).text(row), contribution));
            }
        }
        // The sort is stable.
        reasons.sort(Comparator.comparingDouble(Reason::contribution));
        return List.copyOf(reasons.subList(0, Math.min(most, reasons.size())));
    }
}
