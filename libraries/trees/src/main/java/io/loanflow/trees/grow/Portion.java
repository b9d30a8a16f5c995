package io.loanflow.trees.grow;

import java.util.Locale;

/**
 * How many of some features or rows: all, the square root, the logarithm to base 2, a share or a count.
 *
 * @param value of a share or a count; 0 otherwise
 */
public record Portion(Kind kind, double value) {

    /** Every one of them. */
    public static final Portion ALL = new Portion(Kind.ALL, 0);

    /** The square root of the number, rounded down. */
    public static final Portion SQRT = new Portion(Kind.SQRT, 0);

    /** The logarithm of the number to base 2, rounded down. */
    public static final Portion LOG2 = new Portion(Kind.LOG2, 0);

    /** How a portion is given. */
    public enum Kind {
        ALL,
        SQRT,
        LOG2,
        SHARE,
        COUNT
    }

    public Portion {
        if (kind == Kind.SHARE && !(value > 0 && value <= 1)) {
            throw refused(Double.toString(value));
        }
        if (kind == Kind.COUNT && !(value >= 1 && value == Math.rint(value))) {
            throw refused(Double.toString(value));
        }
    }

    /** A share, greater than 0 and at most 1. */
    public static Portion share(double share) {
        return new Portion(Kind.SHARE, share);
    }

    /** A count, at least 1. */
    public static Portion count(int count) {
        return new Portion(Kind.COUNT, count);
    }

    /**
     * Reads "all", "sqrt", "log2", a share with a decimal point such as "0.5" ("1.0" is all), or a count such as "7".
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Portion parse(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        try {
            return switch (given) {
                case "all" -> ALL;
                case "sqrt" -> SQRT;
                case "log2" -> LOG2;
                default -> given.contains(".") ? share(Double.parseDouble(given)) : count(Integer.parseInt(given));
            };
        } catch (NumberFormatException e) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String given) {
        return new IllegalArgumentException(
                "'" + given
                        + "' is no portion: give all, sqrt, log2, a share above 0 and up to 1.0 such as 0.5, or a count such as 7");
    }

    /** This portion of a number of things: at least 1 and at most all of them. */
    public int of(int size) {
        double portion = switch (kind) {
            case ALL -> size;
            case SQRT -> Math.sqrt(size);
            case LOG2 -> 31 - Integer.numberOfLeadingZeros(Math.max(1, size));
            case SHARE -> value * size;
            case COUNT -> value;
        };
        return (int) Math.max(1, Math.min(size, portion));
    }

    /** What {@link #parse} reads back. */
    @Override
    public String toString() {
        return switch (kind) {
            case SHARE -> Double.toString(value);
            case COUNT -> Integer.toString((int) value);
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
