package io.loanflow.monitoring.performance;

/** A figure with its 95 % interval. */
public record Interval(double value, double lower, double upper) {

    private static final double Z = 1.959963984540054;

    /** Wilson's interval of a share; Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927). NaN of nothing. */
    public static Interval share(double part, double whole) {
        if (whole <= 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        double share = part / whole;
        double denominator = 1 + Z * Z / whole;
        double centre = (share + Z * Z / (2 * whole)) / denominator;
        double half = Z / denominator * Math.sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole));
        return new Interval(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
