package io.loanflow.trees.explain;

/**
 * Gauss and Legendre's rule on [0, 1]: a sum over {@code n} points is the integral of every polynomial of a degree below {@code 2n}. The
 * points are roots of Legendre's polynomial, found by Newton's method (Press et al.: Numerical Recipes, 4.6).
 *
 * @param points within (0, 1), from the least
 * @param weights one a point
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Quadrature(double[] points, double[] weights) {

    private static final int STEPS = 100;

    /** The fewest points that are exact for polynomials of the degree. */
    static Quadrature exactFor(int degree) {
        int n = degree / 2 + 1;
        double[] points = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            // Of every platform the same bits, as are the four operations.
            double root = root(n, -StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5)));
            double slope = slope(n, root);
            points[i] = (1 + root) / 2;
            weights[i] = 1 / ((1 - root) * (1 + root) * slope * slope);
        }
        return new Quadrature(points, weights);
    }

    int size() {
        return points.length;
    }

    private static double root(int n, double guess) {
        double root = guess;
        double last = Double.NaN;
        for (int step = 0; step < STEPS && root != last; step++) {
            last = root;
            root -= legendre(n, root) / slope(n, root);
        }
        return root;
    }

    private static double legendre(int n, double x) {
        double before = 0;
        double value = 1;
        for (int i = 0; i < n; i++) {
            double next = ((2 * i + 1) * x * value - i * before) / (i + 1);
            before = value;
            value = next;
        }
        return value;
    }

    private static double slope(int n, double x) {
        return n * (x * legendre(n, x) - legendre(n - 1, x)) / (x * x - 1);
    }
}
