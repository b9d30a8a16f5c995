package io.loanflow.trees.grow;

/** Looks for the best split of a node by one feature. */
interface SplitSearch {

    /**
     * Offers splits to {@code best}.
     *
     * @return whether the feature has more than one value in the node, as far as this search can tell
     */
    boolean search(int feature, NodeRows node, TreeRandom random, Split best);
}
