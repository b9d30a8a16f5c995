package io.loanflow.training.statistics;

/** ROC AUC: the chance that a positive row scores higher than a negative one, ties counting half. */
public final class RankingQuality implements Statistic {

    private final byte[] labels;
    private final ScoreOrder order;

    /**
     * @param labels 1 for positive rows
     * @param scores one a row, none of them NaN
     */
    public RankingQuality(byte[] labels, double[] scores) {
        this.labels = labels;
        this.order = new ScoreOrder(scores);
    }

    /** Counted in halves of a pair, so in whole numbers and exact but for one division; NaN where a label does not occur. */
    @Override
    public double of(int[] times) {
        long below = 0;
        long pairs = 0;
        long allPositives = 0;
        int position = 0;
        for (int step = 0; step < order.steps(); step++) {
            long positives = 0;
            long negatives = 0;
            for (int end = order.start(step + 1); position < end; position++) {
                int row = order.row(position);
                positives += (long) times[row] * labels[row];
                negatives += (long) times[row] * (1 - labels[row]);
            }
            pairs += positives * (2 * below + negatives);
            below += negatives;
            allPositives += positives;
        }
        return pairs / (2.0 * allPositives * below);
    }
}
