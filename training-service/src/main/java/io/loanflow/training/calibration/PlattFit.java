package io.loanflow.training.calibration;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.model.calibration.Uncalibrated;

/**
 * Fits a logistic curve by Newton's method, with targets drawn in from 0 and 1 as Platt proposes, so that it exists for scores
 * that part the classes. H.-T. Lin, C.-J. Lin, R. C. Weng, "A Note on Platt's Probabilistic Outputs for Support Vector Machines"
 * (2007).
 */
final class PlattFit {

    private static final int MOST_STEPS = 100;
    private static final double SMALL_STEP = 1e-10;

    private final double[] logOdds;
    private final double[] targets;
    private double slope = 1;
    private double intercept;

    private PlattFit(byte[] labels, double[] scores) {
        logOdds = new double[scores.length];
        targets = new double[scores.length];
        int positives = 0;
        for (byte label : labels) {
            positives += label;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (labels.length - positives + 2.0);
        for (int row = 0; row < scores.length; row++) {
            logOdds[row] = PlattScaling.logOdds(scores[row]);
            targets[row] = labels[row] == 1 ? high : low;
        }
    }

    /** No calibration where higher scores do not mean more positives. */
    static Calibration of(byte[] labels, double[] scores) {
        PlattFit fit = new PlattFit(labels, scores);
        fit.descend();
        boolean usable = fit.slope > 0 && Double.isFinite(fit.slope) && Double.isFinite(fit.intercept);
        return usable ? new PlattScaling(fit.slope, fit.intercept) : new Uncalibrated();
    }

    private void descend() {
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double curveSlope = 0;
            double curveBoth = 0;
            double curveIntercept = 0;
            for (int row = 0; row < targets.length; row++) {
                double x = logOdds[row];
                double probability = PlattScaling.logistic(slope * x + intercept);
                double error = probability - targets[row];
                double weight = probability * (1 - probability);
                gradientSlope += error * x;
                gradientIntercept += error;
                curveSlope += weight * x * x;
                curveBoth += weight * x;
                curveIntercept += weight;
            }
            double determinant = curveSlope * curveIntercept - curveBoth * curveBoth;
            if (!(determinant > 0)) {
                return;
            }
            double bySlope = (curveIntercept * gradientSlope - curveBoth * gradientIntercept) / determinant;
            double byIntercept = (curveSlope * gradientIntercept - curveBoth * gradientSlope) / determinant;
            if (!shorten(bySlope, byIntercept) || Math.abs(bySlope) + Math.abs(byIntercept) < SMALL_STEP) {
                return;
            }
        }
    }

    /** Goes the step, or the longest half, quarter … of it that lowers the loss; false if none does. */
    private boolean shorten(double bySlope, double byIntercept) {
        double loss = loss(slope, intercept);
        for (double share = 1; share > SMALL_STEP; share /= 2) {
            double nextSlope = slope - share * bySlope;
            double nextIntercept = intercept - share * byIntercept;
            if (loss(nextSlope, nextIntercept) < loss) {
                slope = nextSlope;
                intercept = nextIntercept;
                return true;
            }
        }
        return false;
    }

    private double loss(double atSlope, double atIntercept) {
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            double z = atSlope * logOdds[row] + atIntercept;
            // log(1 + exp(z)) - target * z, without overflow
            sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - targets[row] * z;
        }
        return sum;
    }
}
