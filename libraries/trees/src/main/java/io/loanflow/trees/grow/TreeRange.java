package io.loanflow.trees.grow;

/**
 * Some trees of a forest.
 *
 * @param from the index of the first tree
 * @param to the index after the last one
 */
public record TreeRange(int from, int to) {

    public TreeRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "Trees " + from + " to below " + to + " are none: give an index from 0 on and a greater one");
        }
    }

    /** The first {@code trees} trees. */
    public static TreeRange first(int trees) {
        return new TreeRange(0, trees);
    }

    /** The number of trees. */
    public int size() {
        return to - from;
    }
}
