package io.loanflow.trees.boosting;

import io.loanflow.trees.grow.TreeRandom;

/** Decides which rows a tree sees: it moves them to the front. Within the bag and outside of it, rows stay in their order. */
final class Bagging {

    /** So that rows and a tree's features are drawn from different numbers. */
    private static final long STREAM = 0x6261676769L;

    private final Sampling sampling;
    private final long seed;
    private final RowOrder order;
    private int inBag;

    Bagging(Sampling sampling, long seed, RowOrder order) {
        this.sampling = sampling;
        this.seed = seed;
        this.order = order;
    }

    /** Puts the rows in the order in which a tree wants them. Returns how many are in the bag. */
    int rows(int tree) {
        if (!sampling.bagging()) {
            inBag = order.identity();
        } else {
            draw(new TreeRandom(TreeRandom.derive(seed ^ STREAM, tree / sampling.baggingFreq())));
        }
        return inBag;
    }

    int rowsInBag() {
        return inBag;
    }

    /** Each row is taken with the chance that makes every choice of as many rows as likely as any other. */
    private void draw(TreeRandom random) {
        int[] array = order.array();
        int rows = array.length;
        int wanted = Math.max(1, (int) (sampling.baggingFraction() * rows));
        int taken = 0;
        int left = wanted;
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(rows - row) < wanted - taken) {
                array[taken++] = row;
            } else {
                array[left++] = row;
            }
        }
        inBag = wanted;
    }
}
