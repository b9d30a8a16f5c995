package io.loanflow.trees.forest.benchmark;

import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measures ours and theirs in turns, and says the result in one line. */
public final class Comparison {

    private final int rounds;

    public Comparison(int rounds) {
        this.rounds = rounds;
    }

    /** What two rivals took. */
    public record Pair(Rounds ours, Rounds theirs) {

        public Rounds ratio() {
            return theirs.over(ours);
        }
    }

    /** @param warmUps how many rounds to do before those that count */
    public Pair inTurns(int warmUps, DoubleSupplier ours, DoubleSupplier theirs) {
        double[] mine = new double[rounds];
        double[] other = new double[rounds];
        for (int round = -warmUps; round < rounds; round++) {
            double myResult = ours.getAsDouble();
            double otherResult = theirs.getAsDouble();
            if (round >= 0) {
                mine[round] = myResult;
                other[round] = otherResult;
            }
        }
        return new Pair(new Rounds(mine), new Rounds(other));
    }

    public Rounds alone(int warmUps, DoubleSupplier ours) {
        return inTurns(warmUps, ours, () -> 1).ours();
    }

    /** One row of the report. */
    public static void report(String what, Object ours, Object theirs, Object ratio, String goal) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", what, ours, theirs, ratio, goal);
    }
}
