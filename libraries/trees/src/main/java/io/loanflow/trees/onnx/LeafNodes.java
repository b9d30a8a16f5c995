package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import io.loanflow.trees.tree.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The number of the leaf that a row comes to in each tree. The operator for trees adds in 32-bit floats whatever its input is, so that it
 * is not let add anything: each tree answers for itself, in numbers that such a float holds exactly.
 */
final class LeafNodes {

    /** From here on not every whole number is a 32-bit float. */
    private static final int MOST_LEAVES = 1 << 24;

    /** Shared, as there are as many as nodes. */
    private static final ByteString LEAF = Graph.utf8("LEAF");

    /** Left where a value is at most the threshold. */
    private static final ByteString SPLIT = Graph.utf8("BRANCH_LEQ");

    private final List<Tree> trees;
    private final int[][] numbers;

    /** @param numbers of leaves, by tree and kind of its leaves */
    LeafNodes(List<Tree> trees, int[][] numbers) {
        this.trees = trees;
        this.numbers = numbers;
        int leaves =
                1 + Arrays.stream(numbers).flatMapToInt(Arrays::stream).max().orElse(0);
        if (leaves > MOST_LEAVES) {
            throw new GraphImpossibleException(
                    "its trees have " + leaves + " different leaves, and a graph tells " + MOST_LEAVES + " apart");
        }
    }

    /**
     * A column of whole numbers for each tree.
     *
     * @param places the column of the block by what trees call their features
     */
    String in(Graph graph, String block, int[] places) {
        return graph.mlNode(
                "TreeEnsembleRegressor",
                List.of(
                        Attributes.of("n_targets", trees.size()),
                        Attributes.of("nodes_treeids", eachNode((tree, node) -> tree)),
                        Attributes.of("nodes_nodeids", eachNode((tree, node) -> node)),
                        Attributes.of(
                                "nodes_featureids",
                                ofSplits((tree, split) -> places[trees.get(tree).feature(split)])),
                        modes(),
                        Attributes.of("nodes_values_as_tensor", thresholds()),
                        Attributes.of(
                                "nodes_truenodeids",
                                ofSplits((tree, split) -> trees.get(tree).left(split))),
                        Attributes.of(
                                "nodes_falsenodeids",
                                ofSplits((tree, split) -> trees.get(tree).left(split) + 1)),
                        Attributes.of("target_treeids", eachLeaf((tree, leaf) -> tree)),
                        Attributes.of("target_nodeids", eachLeaf((tree, leaf) -> leaf)),
                        Attributes.of("target_ids", eachLeaf((tree, leaf) -> tree)),
                        Attributes.of("target_weights_as_tensor", leafNumbers())),
                block);
    }

    private AttributeProto modes() {
        return Attributes.ofTexts(
                "nodes_modes",
                eachNode((tree, node) -> trees.get(tree).isLeaf(node) ? 1 : 0)
                        .mapToObj(leaf -> leaf == 1 ? LEAF : SPLIT));
    }

    private double[] thresholds() {
        return trees.stream()
                .flatMapToDouble(tree -> IntStream.range(0, tree.nodes())
                        .mapToDouble(node -> tree.isLeaf(node) ? 0 : tree.threshold(node)))
                .toArray();
    }

    private double[] leafNumbers() {
        return eachLeaf((tree, leaf) -> numbers[tree][trees.get(tree).kind(leaf)])
                .asDoubleStream()
                .toArray();
    }

    /** Of a leaf, nothing. */
    private IntStream ofSplits(OfNode number) {
        return eachNode((tree, node) -> trees.get(tree).isLeaf(node) ? 0 : number.of(tree, node));
    }

    private IntStream eachNode(OfNode number) {
        return IntStream.range(0, trees.size())
                .flatMap(tree -> IntStream.range(0, trees.get(tree).nodes()).map(node -> number.of(tree, node)));
    }

    private IntStream eachLeaf(OfNode number) {
        return IntStream.range(0, trees.size())
                .flatMap(tree -> IntStream.range(0, trees.get(tree).nodes())
                        .filter(node -> trees.get(tree).isLeaf(node))
                        .map(leaf -> number.of(tree, leaf)));
    }

    @FunctionalInterface
    private interface OfNode {
        int of(int tree, int node);
    }
}
