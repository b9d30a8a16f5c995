package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;

/** Where numbers stand between increasing limits; a tree finds it, as it would take a comparison with each limit otherwise. */
public final class LadderNodes {

    private final double[] limits;

    private final Tree.Builder tree;

    private LadderNodes(double[] limits) {
        this.limits = limits;
        this.tree = new Tree.Builder(limits.length + 1, 1);
    }

    /**
     * How many limits are at or below each number, as a column of whole numbers.
     *
     * @param limits increasing, at least one
     */
    public static String passed(Graph graph, String column, double[] limits) {
        Tree ladder = new LadderNodes(limits.clone()).tree();
        int[] numbers = new int[ladder.kinds()];
        Arrays.setAll(numbers, kind -> (int) ladder.valueOfKind(kind, 0));
        String leaves = new LeafNodes(List.of(ladder), new int[][] {numbers}).in(graph, column, new int[] {0});
        return graph.cast(leaves, DataType.INT64);
    }

    private Tree tree() {
        grow(0, 0, limits.length);
        return tree.build();
    }

    /** Between so many passed limits at least and at most. */
    private void grow(int node, int from, int to) {
        if (from == to) {
            tree.value(node, 0, from);
            return;
        }
        int middle = (from + to) >>> 1;
        // A tree goes right above its threshold, and a number at the limit has passed it.
        int left = tree.split(node, 0, Math.nextDown(limits[middle]));
        grow(left, from, middle);
        grow(left + 1, middle + 1, to);
    }
}
