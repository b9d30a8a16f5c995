package io.loanflow.model.whatif;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.ColumnEncoding;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.reason.Reference;
import io.loanflow.model.row.Row;
import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.vary.VariedScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the smallest changes of a row that would change the decision: of each column alone, and of two together. Exact: every value that the
 * trees can tell apart is tried. Numbers weigh by their spread (Wachter, Mittelstadt, Russell: Counterfactual explanations without opening
 * the black box, 2018). Immutable and thread-safe.
 */
public final class WhatIf {

    /** How far a sum may be off that is made in another order; those nearer to the cut are asked of the model itself. */
    private static final double ROUNDING = 1e-9;

    private final OptionSums sums;
    private final VariedScores scores;
    private final Judge judge;
    private final double cut;
    private final List<ChangeableColumn> columns;

    /**
     * For the columns that the definition calls mutable.
     *
     * @param reference by whose rows changes of numbers are measured
     * @throws IllegalArgumentException if these do not belong together
     */
    public WhatIf(
            DatasetDefinition definition, FeatureEncoder encoder, TreeSum trees, Reference reference, Judge judge) {
        scores = new VariedScores(trees, encoder.featureNames());
        sums = new OptionSums(encoder, scores);
        this.judge = judge;
        cut = judge.cut();
        columns = columns(definition, encoder, new Spreads(reference));
    }

    private static List<ChangeableColumn> columns(
            DatasetDefinition definition, FeatureEncoder encoder, Spreads spreads) {
        List<ChangeableColumn> columns = new ArrayList<>();
        int offset = 0;
        for (int place = 0; place < definition.features().size(); place++) {
            Column column = definition.features().get(place);
            ColumnEncoding encoding = encoder.encodings().get(place);
            if (column.mutable() != null) {
                columns.add(new ChangeableColumn(column, encoding, place, offset, spreads.of(encoding)));
            }
            offset += encoding.featureNames().size();
        }
        return columns;
    }

    /** Those that may change, in the definition's order. */
    public List<String> columns() {
        return columns.stream().map(ChangeableColumn::name).toList();
    }

    /**
     * The smallest change of each column that changes the decision alone, the smallest first; and before them that of two columns together,
     * where it is smaller than all of these. Empty where no change of one or two of the columns does.
     *
     * @param names of columns that may change
     */
    public List<Alternative> search(Row row, Collection<String> names) {
        List<OptionSums.Options> varied = columns.stream()
                .filter(column -> names.contains(column.name()))
                .map(column -> new OptionSums.Options(column, column.options(row, scores)))
                .filter(options -> !options.all().isEmpty())
                .toList();
        boolean positive = judge.isPositive(row);
        List<Alternative> found = new ArrayList<>();
        Smallest two = new Smallest(row, positive);
        for (OptionSums.Options one : varied) {
            Smallest smallest = new Smallest(row, positive);
            smallest.tryEach(one);
            smallest.addTo(found);
            two.size = Math.min(two.size, smallest.size);
        }
        for (int i = 0; i < varied.size(); i++) {
            for (OptionSums.Options other : varied.subList(i + 1, varied.size())) {
                varied.get(i).pieces(other).forEach(piece -> two.tryEach(piece, other));
            }
        }
        two.addTo(found);
        found.sort(Comparator.comparingDouble(Alternative::size));
        return List.copyOf(found);
    }

    /** The smallest change so far. */
    private final class Smallest {

        private final Row row;
        private final boolean positive;
        private double size = Double.POSITIVE_INFINITY;
        private List<Change> changes = List.of();
        private Row changed;

        Smallest(Row row, boolean positive) {
            this.row = row;
            this.positive = positive;
            this.changed = row;
        }

        void tryEach(OptionSums.Options one) {
            double[] sum = sums.of(row, one.column(), one.all());
            for (int i = 0; i < sum.length; i++) {
                Option option = one.all().get(i);
                if (option.size() < size && mayFlip(sum[i])) {
                    Row other = one.column().with(row, option);
                    if (flips(sum[i], other)) {
                        take(option.size(), other, List.of(one.column().change(row, option)));
                    }
                }
            }
        }

        void tryEach(OptionSums.Options one, OptionSums.Options two) {
            double[][] sum = sums.of(row, one, two);
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum[i].length; j++) {
                    double together = one.all().get(i).size() + two.all().get(j).size();
                    if (together < size && mayFlip(sum[i][j])) {
                        tryPair(one, i, two, j, sum[i][j]);
                    }
                }
            }
        }

        private void tryPair(OptionSums.Options one, int i, OptionSums.Options two, int j, double sum) {
            Option first = one.all().get(i);
            Option second = two.all().get(j);
            Row other = two.column().with(one.column().with(row, first), second);
            if (flips(sum, other)) {
                take(
                        first.size() + second.size(),
                        other,
                        List.of(one.column().change(row, first), two.column().change(row, second)));
            }
        }

        private boolean mayFlip(double sum) {
            return positive ? sum < cut + ROUNDING : sum >= cut - ROUNDING;
        }

        private boolean flips(double sum, Row other) {
            return Math.abs(sum - cut) > ROUNDING || judge.isPositive(other) != positive;
        }

        private void take(double newSize, Row other, List<Change> newChanges) {
            size = newSize;
            changed = other;
            changes = newChanges;
        }

        void addTo(List<Alternative> found) {
            if (!changes.isEmpty()) {
                found.add(new Alternative(changes, size, judge.probability().applyAsDouble(changed)));
            }
        }
    }
}
