package io.loanflow.trees.forest.benchmark;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The chance that a positive row scores above a negative one; a tie counts half. */
public final class RocAuc {

    private RocAuc() {}

    public static double of(double[] scores, int[] labels) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double wins = 0;
        long negatives = 0;
        long positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            long tied = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                tied += labels[order[to++]];
            }
            long tiedNegatives = to - from - tied;
            wins += tied * (negatives + 0.5 * tiedNegatives);
            negatives += tiedNegatives;
            positives += tied;
            from = to;
        }
        return wins / positives / negatives;
    }
}
