package io.loanflow.trees.explain;

import io.loanflow.trees.tree.Tree;
import java.util.List;

/**
 * Shapley values of the game in which an absent group's splits send a row both ways, each by the share of the training rows that went it
 * (Lundberg et al.: From local explanations to global understanding with explainable AI for trees, 2020; "path-dependent"). Present groups
 * send it the way of its values. It needs no reference rows; a tree in which a group stands above another knows of their dependence.
 *
 * <p>The values are integrals of polynomials, which a rule of Gauss and Legendre's sums exactly with half as many points as a path has
 * groups, and are collected from the leaves up (Wettenstein, Mitchell, Yu: Quadrature-TreeSHAP, 2026). A row costs nodes times points;
 * a node and point take 8 bytes, and a node 65 more.
 */
public final class PathDependentExplainer implements Explainer {

    /** Rows of a block, as many as fit the cache with the levels of a tree, within limits. */
    private static final int LARGEST_BLOCK = 128;

    private static final int SMALLEST_BLOCK = 8;

    private static final int NUMBERS_IN_CACHE = 1 << 16;

    /** As benchmarks/explain measured it, a little more than less. */
    private static final double SECONDS_OF_POINT = 2e-9;

    private final Groups groups;

    private final Layout layout;

    private final List<PathDependentTree> trees;

    private final double base;

    private final int depth;

    private final int points;

    /**
     * Prepares the trees.
     *
     * @param groups of the rows to explain, which may have places that the model does not know
     * @throws IllegalArgumentException if the model splits on a feature that the rows lack, or its trees do not know how many rows came to
     *     their nodes
     */
    public PathDependentExplainer(TreeSum model, Groups groups) {
        this.groups = groups;
        layout = new Layout(model, groups);
        model.terms().forEach(term -> requireCovers(term.tree()));
        trees = model.terms().stream()
                .map(term -> new PathDependentTree(layout.order(term)))
                .toList();
        base = model.bias() + trees.stream().mapToDouble(tree -> tree.base).sum();
        depth = trees.stream().mapToInt(tree -> tree.entries.depth()).max().orElse(0);
        points = trees.stream().mapToInt(tree -> tree.points).max().orElse(1);
    }

    private static void requireCovers(Tree tree) {
        if (!tree.isLeaf(0) && tree.cover(tree.left(0)) == 0 && tree.cover(tree.left(0) + 1) == 0) {
            throw new IllegalArgumentException("A tree does not know how many rows came to its nodes:"
                    + " explain it against reference rows, or train the model anew");
        }
    }

    @Override
    public List<String> groups() {
        return groups.names();
    }

    @Override
    public double base() {
        return base;
    }

    /** Rough seconds that a row takes a thread: its nodes times their points. */
    public double secondsOfRow() {
        return trees.stream()
                .mapToDouble(tree -> SECONDS_OF_POINT * tree.entries.size * tree.points)
                .sum();
    }

    /** Bytes that the explainer holds. */
    public long bytes() {
        return trees.stream().mapToLong(PathDependentTree::bytes).sum();
    }

    @Override
    public double[] explain(double[] row) {
        double[] read = layout.read(row);
        double[] contributions = new double[groups.size()];
        RowWalk walk = new RowWalk(read, contributions, depth, points);
        for (PathDependentTree tree : trees) {
            walk.add(tree);
        }
        return contributions;
    }

    @Override
    public double[][] explainColumns(double[][] columns, int rows, int threads) {
        return layout.each(columns, rows, (read, count) -> explainRead(read, count, threads));
    }

    private double[][] explainRead(double[][] columns, int rows, int threads) {
        double[][] contributions = new double[groups.size()][rows];
        int size = blockSize();
        new RowBlock(columns, contributions, 0, rows).inParallel(size, threads, () -> {
            BlockWalk.Room room = new BlockWalk.Room(size, groups.size(), depth, points);
            return block -> BlockWalk.run(trees, block, room);
        });
        return contributions;
    }

    private int blockSize() {
        int most = NUMBERS_IN_CACHE / ((depth + 1) * points);
        return Math.max(SMALLEST_BLOCK, Math.min(LARGEST_BLOCK, most));
    }
}
