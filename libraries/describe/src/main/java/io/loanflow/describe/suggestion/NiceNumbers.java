package io.loanflow.describe.suggestion;

/** Limits that people would choose: 1, 2 and 5 and their tenfolds. */
final class NiceNumbers {

    private static final double[] STEPS = {1, 2, 5, 10};

    private NiceNumbers() {}

    /** [smallest, largest] with room for what was not met; what is never negative stays so, and a share is one. */
    static double[] range(double least, double greatest, boolean fraction) {
        boolean share = fraction && least >= 0 && greatest <= 1;
        double span = greatest - least;
        double low = least >= 0 ? 0 : -up(Math.max(-least * 1.5, -least + span / 2));
        double high =
                share ? 1 : greatest <= 0 ? 0 : up(Math.max(greatest * 1.5, greatest + (least < 0 ? span / 2 : 0)));
        return new double[] {low, high};
    }

    /** The next such number that is not below. */
    private static double up(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        for (double step : STEPS) {
            if (step * power >= number) {
                return step * power;
            }
        }
        return number;
    }
}
