package io.loanflow.trees.grow;

import java.util.Arrays;

/** How often each tree sees each row. The same for a tree whenever and wherever it is asked for. */
public final class Bootstrap {

    private final int rows;

    private final boolean bootstrap;

    private final int draws;

    private final long seed;

    /** @param rows of the table */
    public Bootstrap(ForestParameters parameters, int rows) {
        this.rows = rows;
        this.bootstrap = parameters.bootstrap();
        this.draws = parameters.maxSamples().of(rows);
        this.seed = parameters.seed();
    }

    /** How many rows a tree sees, each as often as it was drawn. */
    public int draws() {
        return bootstrap ? draws : rows;
    }

    /**
     * Draws the rows of one tree.
     *
     * @param weights one per row; receives how often the row was drawn
     */
    public void draw(int tree, char[] weights) {
        Arrays.fill(weights, (char) (bootstrap ? 0 : 1));
        if (bootstrap) {
            TreeRandom random = TreeRandom.of(treeSeed(tree), 0);
            for (int i = 0; i < draws; i++) {
                weights[random.nextInt(rows)]++;
            }
        }
    }

    /** What decides where a tree looks for its splits. */
    TreeRandom splits(int tree) {
        return TreeRandom.of(treeSeed(tree), 1);
    }

    private long treeSeed(int tree) {
        return TreeRandom.derive(seed, tree);
    }
}
