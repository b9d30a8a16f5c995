package io.loanflow.model.whatif;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.row.EncodedRows;
import io.loanflow.model.row.Row;
import io.loanflow.trees.vary.VariedScores;
import java.util.List;
import java.util.stream.IntStream;

/** What the trees add up to for a row with other values of one or two columns. */
final class OptionSums {

    /** Worked out together: half a megabyte, so that many who ask at once fit the memory. */
    private static final int MOST_PAIRS = 1 << 16;

    private final FeatureEncoder encoder;
    private final int width;
    private final VariedScores scores;

    OptionSums(FeatureEncoder encoder, VariedScores scores) {
        this.encoder = encoder;
        this.width = encoder.featureNames().size();
        this.scores = scores;
    }

    private double[] features(Row row) {
        return EncodedRows.features(encoder, width, row);
    }

    /** By option. */
    double[] of(Row row, ChangeableColumn column, List<Option> options) {
        if (column.isOneFeature()) {
            double[] line = scores.line(features(row), column.offset());
            return options.stream().mapToDouble(option -> line[option.cell()]).toArray();
        }
        return options.stream()
                .mapToDouble(option -> scores.value(features(column.with(row, option))))
                .toArray();
    }

    /** By option of each. */
    double[][] of(Row row, Options first, Options second) {
        if (first.column().isOneFeature() && second.column().isOneFeature()) {
            return plane(row, first, second);
        }
        if (!first.column().isOneFeature()) {
            return first.all().stream()
                    .map(option -> of(first.column().with(row, option), second.column(), second.all()))
                    .toArray(double[][]::new);
        }
        double[][] transposed = of(row, second, first);
        double[][] sums = new double[first.all().size()][second.all().size()];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                sums[i][j] = transposed[j][i];
            }
        }
        return sums;
    }

    private double[][] plane(Row row, Options first, Options second) {
        int from = first.all().get(0).cell();
        int to = first.all().get(first.all().size() - 1).cell() + 1;
        double[][] plane = scores.plane(
                features(row),
                first.column().offset(),
                from,
                to,
                second.column().offset());
        return first.all().stream()
                .map(one -> second.all().stream()
                        .mapToDouble(other -> plane[one.cell() - from][other.cell()])
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * A column with what it might be.
     *
     * @param all by cell, ascending
     */
    record Options(ChangeableColumn column, List<Option> all) {

        /** Some at a time: so many that with the other's they are no more than {@link #MOST_PAIRS}. */
        List<Options> pieces(Options other) {
            int size = Math.max(1, MOST_PAIRS / Math.max(1, other.all.size()));
            return IntStream.range(0, (all.size() + size - 1) / size)
                    .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                    .map(some -> new Options(column, some))
                    .toList();
        }
    }
}
