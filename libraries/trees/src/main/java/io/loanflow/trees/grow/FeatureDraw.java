package io.loanflow.trees.grow;

/**
 * Draws the features to try at a node, without replacement. A feature that is constant in a node is constant in every node
 * below it and is not looked at again. As in scikit-learn, drawing goes on beyond the wanted number until one feature varies.
 *
 * <p>The order is kept as: features known to be constant (the drawn ones first), those found constant at this node, those not
 * yet drawn, those drawn.
 */
final class FeatureDraw {

    private final int wanted;

    private final int[] order;

    private final int[] constants;

    private int known;

    private int knownDrawn;

    private int found;

    private int end;

    private int visited;

    private int position;

    FeatureDraw(int features, int wanted) {
        this.wanted = wanted;
        this.order = new int[features];
        this.constants = new int[features];
    }

    /** Forgets what the last tree did. */
    void reset() {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
    }

    /** @param known how many features {@link #leave} of the parent has said to be constant; 0 at the root */
    void enter(int known) {
        this.known = known;
        knownDrawn = 0;
        found = 0;
        end = order.length;
        visited = 0;
    }

    /** The next feature to try, or -1 if there are enough. To be answered by {@link #varies}. */
    int next(TreeRandom random) {
        while (end > known + found && (visited < wanted || visited <= found + knownDrawn)) {
            visited++;
            int drawn = knownDrawn + random.nextInt(end - found - knownDrawn);
            if (drawn >= known) {
                position = drawn + found;
                return order[position];
            }
            swap(drawn, knownDrawn++);
        }
        return -1;
    }

    /** Says whether the feature just drawn has more than one value in the node. */
    void varies(boolean varies) {
        if (varies) {
            swap(position, --end);
        } else {
            swap(position, known + found++);
        }
    }

    /** How many features are constant in the node. */
    int leave() {
        System.arraycopy(constants, 0, order, 0, known);
        System.arraycopy(order, known, constants, known, found);
        return known + found;
    }

    private void swap(int a, int b) {
        int feature = order[a];
        order[a] = order[b];
        order[b] = feature;
    }
}
