package io.loanflow.trees.forest.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Where and how it is measured, and the heading of the report. */
    public static void heading(Options options, String rival) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "Java %s, largest heap %,d MB, %d processors, load before %s; median (least-greatest) of %d rounds%n",
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                options.rounds());
        report("What", "Loanflow", rival, "Ratio", "Goal");
        report("---", "---", "---", "---", "---");
    }

    /** One row of the report. */
    public static void report(String what, Object ours, Object theirs, Object ratio, String goal) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s | %s |%n", what, ours, theirs, ratio, goal);
    }
}
