package io.loanflow.trees.tribuo;

import io.loanflow.trees.tree.Tree;

/** The places of a tree's nodes in Tribuo's file: breadth first, the greater side first. */
final class TreeLayout {

    private final int[] nodes;
    private final int[] parents;
    private final int[] greaterChildren;

    TreeLayout(Tree tree) {
        nodes = new int[tree.nodes()];
        parents = new int[tree.nodes()];
        greaterChildren = new int[tree.nodes()];
        parents[0] = -1;
        int next = 1;
        for (int i = 0; i < nodes.length; i++) {
            if (!tree.isLeaf(nodes[i])) {
                greaterChildren[i] = next;
                nodes[next] = tree.left(nodes[i]) + 1;
                nodes[next + 1] = tree.left(nodes[i]);
                parents[next] = i;
                parents[next + 1] = i;
                next += 2;
            }
        }
    }

    int nodes() {
        return nodes.length;
    }

    /** The tree's node at a place. */
    int node(int place) {
        return nodes[place];
    }

    /** The place of the parent, -1 of the root. */
    int parent(int place) {
        return parents[place];
    }

    /** The place of a split's greater child, before the lesser one. */
    int greaterChild(int place) {
        return greaterChildren[place];
    }
}
