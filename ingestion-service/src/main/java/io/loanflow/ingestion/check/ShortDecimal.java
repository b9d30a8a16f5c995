package io.loanflow.ingestion.check;

/** The numbers of which nearly all files are full, read from characters without an object: 22, -3.5, 71948.00. */
final class ShortDecimal {

    /** So many digits, and so large a power of ten, are exact in a 64-bit float; thus their quotient is rounded once, and right. */
    private static final int DIGITS = 15;

    private static final double[] POWERS = powers();

    private ShortDecimal() {}

    /**
     * A sign, digits, and perhaps a point and more digits, at most {@value #DIGITS} in all.
     *
     * @return the 64-bit float nearest to the number; NaN for any other text, number or not
     */
    static double parse(char[] buffer, int from, int length) {
        int end = from + length;
        int begin = length > 0 && buffer[from] == '-' ? from + 1 : from;
        if (end - begin > DIGITS + 1) {
            return Double.NaN;
        }
        long digits = 0;
        int point = end;
        for (int i = begin; i < end; i++) {
            int digit = buffer[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (buffer[i] == '.' && point == end) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        int fraction = Math.max(end - point - 1, 0);
        boolean isShort = point > begin && point != end - 1 && point - begin + fraction <= DIGITS;
        if (!isShort) {
            return Double.NaN;
        }
        double value = digits / POWERS[fraction];
        return begin == from ? value : -value;
    }

    private static double[] powers() {
        double[] powers = new double[DIGITS + 1];
        double power = 1;
        for (int i = 0; i <= DIGITS; i++) {
            powers[i] = power;
            power *= 10;
        }
        return powers;
    }
}
