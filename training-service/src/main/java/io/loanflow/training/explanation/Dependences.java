package io.loanflow.training.explanation;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.row.FeatureColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Partial dependence (J. Friedman: Greedy function approximation, 2001) with the curves of single rows (A. Goldstein and others: Peeking
 * inside the black box, 2015), of calibrated probabilities.
 */
final class Dependences {

    /** More curves cover each other. */
    private static final int CURVES = 40;

    private final SampledModel model;
    private final FeatureColumns rows;
    private final Calibration calibration;

    Dependences(SampledModel model, FeatureEncoder encoder, Calibration calibration) {
        this.model = model;
        this.rows = new FeatureColumns(encoder, model.columns(), model.rows());
        this.calibration = calibration;
    }

    Dependence of(ColumnPlace place) {
        List<Dependence.Point> points = new ArrayList<>();
        List<double[]> probabilities = new ArrayList<>();
        for (ColumnValues.Value value : new ColumnValues(place, rows).all()) {
            double[] here = calibration.probabilities(model.with(value.setting()));
            probabilities.add(here);
            points.add(point(value, here));
        }
        return new Dependence(place.name(), place.column().unit(), points, curves(probabilities));
    }

    private static Dependence.Point point(ColumnValues.Value value, double[] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        return new Dependence.Point(
                value.name(),
                value.number(),
                Arrays.stream(sorted).average().orElseThrow(),
                sorted[(sorted.length - 1) / 10],
                sorted[sorted.length - 1 - (sorted.length - 1) / 10]);
    }

    private double[][] curves(List<double[]> probabilities) {
        double[][] curves = new double[Math.min(CURVES, model.rows())][probabilities.size()];
        for (int row = 0; row < curves.length; row++) {
            for (int point = 0; point < curves[row].length; point++) {
                curves[row][point] = probabilities.get(point)[row];
            }
        }
        return curves;
    }
}
