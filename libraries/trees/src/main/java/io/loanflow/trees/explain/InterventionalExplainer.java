package io.loanflow.trees.explain;

import java.util.List;

/**
 * Shapley values of the game in which an absent group has the values of a reference row, the mean over all of these (Lundberg et al.: From
 * local explanations to global understanding with explainable AI for trees, 2020; "interventional"). The base is the mean score of the
 * reference rows, and the contributions say what makes the row's score differ from theirs.
 *
 * <p>Trees whose paths are about few groups have their answers in tables, one for each leaf and each set of groups that a row may fail
 * there, of which there are two to the power of the groups (Nadel, Wettenstein: WOODELF, 2025; Zern et al.: PLTreeSHAP, 2023): a row costs
 * nodes, however many reference rows there are. Others make such tables anew for many rows at once; where there are few, a row walks them
 * with all reference rows, which costs as much again for each of these. All give the same bits.
 */
public final class InterventionalExplainer implements Explainer {

    /** Bytes of tables unless told otherwise. */
    public static final long TABLE_BYTES = 64L << 20;

    private static final int BLOCK = 64;

    private static final int LARGEST_BLOCK = 1 << 14;

    private final Groups groups;

    private final Layout layout;

    private final Reference reference;

    private final List<ReferenceTree> trees;

    private final int size;

    private final int depth;

    private final double base;

    /** An explainer with tables of at most {@link #TABLE_BYTES}. */
    public InterventionalExplainer(TreeSum model, Groups groups, double[][] reference, int rows) {
        this(model, groups, reference, rows, TABLE_BYTES);
    }

    /**
     * Prepares the trees.
     *
     * @param groups of the rows to explain, which may have places that the model does not know
     * @param reference one array per feature name of the groups, each with at least {@code rows} values, which are not copied
     * @param tableBytes how large the tables of all trees may be; a tree gets its part, or is walked
     * @throws IllegalArgumentException if the model splits on a feature that the rows lack, there are no reference rows or one holds a NaN,
     *     or a path is about more than 63 groups
     */
    public InterventionalExplainer(TreeSum model, Groups groups, double[][] reference, int rows, long tableBytes) {
        layout = new Layout(model, groups);
        double[][] read = layout.read(reference, rows);
        if (rows < 1) {
            throw new IllegalArgumentException("There are no reference rows: give at least one");
        }
        this.groups = groups;
        this.reference = new Reference(read, rows);
        long part = Math.min(
                TabledTree.MOST_BYTES, tableBytes / Math.max(1, model.terms().size()));
        List<Preorder> entries = model.terms().stream().map(layout::order).toList();
        trees = entries.stream().map(tree -> tree(tree, part)).toList();
        size = entries.stream().mapToInt(tree -> tree.size).max().orElse(1);
        depth = entries.stream().mapToInt(Preorder::depth).max().orElse(0);
        base = model.bias() + trees.stream().mapToDouble(ReferenceTree::base).sum();
    }

    private ReferenceTree tree(Preorder entries, long tableBytes) {
        if (entries.mostPlayers() > PairWeights.MOST_GROUPS) {
            throw new IllegalArgumentException("A path of a tree is about " + entries.mostPlayers()
                    + " groups, and reference rows can be compared on " + PairWeights.MOST_GROUPS
                    + ": put features together, or let the trees be less deep");
        }
        return TabledTree.bytes(entries) <= tableBytes
                ? new TabledTree(entries, reference)
                : new WalkedTree(entries, reference);
    }

    @Override
    public List<String> groups() {
        return groups.names();
    }

    @Override
    public double base() {
        return base;
    }

    /** Bytes that the explainer holds besides the reference rows. */
    public long bytes() {
        return trees.stream().mapToLong(ReferenceTree::bytes).sum();
    }

    /** How many of the trees have tables. */
    public int tabled() {
        return (int) trees.stream().filter(TabledTree.class::isInstance).count();
    }

    @Override
    public double[] explain(double[] row) {
        double[] read = layout.read(row);
        double[] contributions = new double[groups.size()];
        ReferenceWalk walk = walk();
        trees.forEach(tree -> tree.add(read, contributions, walk));
        return contributions;
    }

    @Override
    public double[][] explainColumns(double[][] columns, int rows, int threads) {
        return layout.each(columns, rows, (read, count) -> explainRead(read, count, threads));
    }

    private double[][] explainRead(double[][] columns, int rows, int threads) {
        double[][] contributions = new double[groups.size()][rows];
        new RowBlock(columns, contributions, 0, rows).inParallel(blockSize(rows, threads), threads, () -> {
            ReferenceWalk walk = walk();
            return block -> explain(block, walk);
        });
        return contributions;
    }

    /** Large where trees are swept, which is worth the more the more rows there are. */
    private int blockSize(int rows, int threads) {
        int share = -Math.floorDiv(-rows, Math.max(1, threads));
        return tabled() == trees.size() ? BLOCK : Math.max(BLOCK, Math.min(LARGEST_BLOCK, share));
    }

    private ReferenceWalk walk() {
        return new ReferenceWalk(tabled() < trees.size() ? reference : Reference.NONE, size, depth);
    }

    /** Tree by tree, so that a tree's tables are at hand for all rows of the block. */
    private void explain(RowBlock block, ReferenceWalk walk) {
        double[][] rows = block.transposed();
        double[][] columns = block.part();
        double[][] contributions = new double[block.count()][groups.size()];
        for (ReferenceTree tree : trees) {
            tree.addAll(rows, columns, contributions, walk);
        }
        for (int group = 0; group < groups.size(); group++) {
            for (int row = 0; row < rows.length; row++) {
                block.contributions()[group][block.from() + row] = contributions[row][group];
            }
        }
    }
}
