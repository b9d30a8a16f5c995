package io.loanflow.synthetic;

import java.util.List;
import java.util.Random;

/**
 * Draws shares, each uniform between 0 and 1, that depend on each other as normal variables of a given correlation do.
 * Uses {@link Random} and {@link StrictMath} only, whose results are specified to the bit.
 */
final class GaussianCopula {

    private final double[][] factor;

    /**
     * @param correlation symmetric, 1 on its diagonal
     * @throws IllegalArgumentException if no variables can be correlated so
     */
    GaussianCopula(List<List<Double>> correlation) {
        factor = cholesky(correlation);
    }

    double[] draw(Random random) {
        double[] independent = new double[factor.length];
        double[] shares = new double[factor.length];
        for (int i = 0; i < factor.length; i++) {
            independent[i] = random.nextGaussian();
            double normal = 0;
            for (int j = 0; j <= i; j++) {
                normal += factor[i][j] * independent[j];
            }
            shares[i] = shareBelow(normal);
        }
        return shares;
    }

    /** The lower triangle whose product with its transpose is the matrix. */
    private static double[][] cholesky(List<List<Double>> matrix) {
        int size = matrix.size();
        double[][] lower = new double[size][size];
        for (int i = 0; i < size; i++) {
            if (matrix.get(i).size() != size) {
                throw new IllegalArgumentException("correlation must be square; row " + (i + 1) + " of " + size
                        + " has " + matrix.get(i).size() + " numbers");
            }
            for (int j = 0; j <= i; j++) {
                double rest = matrix.get(i).get(j);
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i == j && rest <= 0) {
                    throw new IllegalArgumentException("correlation is not positive definite at row " + (i + 1));
                }
                lower[i][j] = i == j ? Math.sqrt(rest) : rest / lower[j][j];
            }
        }
        return lower;
    }

    /** The normal distribution function to 7.5e-8: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17. */
    static double shareBelow(double normal) {
        double t = 1 / (1 + 0.2316419 * Math.abs(normal));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-normal * normal / 2) / Math.sqrt(2 * Math.PI) * polynomial;
        return normal >= 0 ? 1 - tail : tail;
    }
}
