package io.loanflow.training.explanation;

import io.loanflow.model.family.ScoreUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Friedman's H of two columns (J. Friedman, B. Popescu: Predictive learning via rule ensembles, 2008, eq. 44): what the mean score does when
 * both are set as in a row, less what it does when each is alone, on each row of the sample. Of the sums of trees, where columns that do
 * not work together add up. Asks the model about rows² rows for each two columns.
 */
final class Interactions {

    /** A probability of 0 or 1 has no logarithm of odds. */
    private static final double EDGE = 1e-12;

    private final SampledModel model;
    private final ScoreUnit unit;

    Interactions(SampledModel model, ScoreUnit unit) {
        this.model = model;
        this.unit = unit;
    }

    /** Of each two of the columns, the strongest first. */
    List<Interaction> of(List<ColumnPlace> columns) {
        List<double[]> alone = columns.stream().map(this::centred).toList();
        List<Interaction> interactions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                double[] together = centred(columns.get(i), columns.get(j));
                double own = 0;
                double all = 0;
                for (int row = 0; row < together.length; row++) {
                    double rest = together[row] - alone.get(i)[row] - alone.get(j)[row];
                    own += rest * rest;
                    all += together[row] * together[row];
                }
                interactions.add(new Interaction(
                        columns.get(i).name(),
                        columns.get(j).name(),
                        Math.sqrt(own / together.length),
                        all == 0 ? 0 : own / all));
            }
        }
        interactions.sort(Comparator.comparingDouble(Interaction::strength).reversed());
        return interactions;
    }

    /** By row, the mean score of all rows when these columns are set as in it; less the mean of these. */
    private double[] centred(ColumnPlace... columns) {
        double[] means = IntStream.range(0, model.rows())
                .parallel()
                .mapToDouble(row -> mean(model.with(Arrays.stream(columns)
                        .map(column -> column.of(model.columns(), row))
                        .toArray(ColumnPlace.Setting[]::new))))
                .toArray();
        double middle = Arrays.stream(means).average().orElseThrow();
        return Arrays.stream(means).map(mean -> mean - middle).toArray();
    }

    private double mean(double[] scores) {
        return Arrays.stream(scores).map(this::sum).average().orElseThrow();
    }

    private double sum(double score) {
        if (unit == ScoreUnit.PROBABILITY) {
            return score;
        }
        double inside = Math.min(1 - EDGE, Math.max(EDGE, score));
        return Math.log(inside / (1 - inside));
    }
}
