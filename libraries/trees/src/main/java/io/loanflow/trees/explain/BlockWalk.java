package io.loanflow.trees.explain;

import java.util.Arrays;
import java.util.List;

/**
 * Walks a tree with a block of rows together. On the way down it has, by point of the rule, the product of the factors of the groups above;
 * on the way up, what the leaves below come to. For each row it computes what {@link RowWalk} does, in the same order.
 */
final class BlockWalk {

    private final PathDependentTree tree;

    private final Preorder entries;

    private final RowBlock block;

    private final Room room;

    private final int count;

    BlockWalk(PathDependentTree tree, RowBlock block, Room room) {
        this.tree = tree;
        this.entries = tree.entries;
        this.block = block;
        this.room = room;
        this.count = block.count();
    }

    /** One thread's memory for walks. The loops over rows use no other arrays and no other index: such loops Java makes vectors of. */
    static final class Room {

        /** By level, point and row. */
        private final double[][][] products;

        private final double[][][] sums;

        /** By group and row. */
        private final double[][] contributions;

        /** By level and row, 1 where the row's value is above the threshold, else 0. */
        private final double[][] above;

        /** By level and row, 1 where the row passes every split on the level's group from the root to here, else 0. */
        private final double[][] passes;

        /** By level, the entry that the walk is at or below. */
        private final int[] path;

        Room(int rows, int groups, int depth, int points) {
            products = new double[depth + 1][points][rows];
            sums = new double[depth + 1][points][rows];
            contributions = new double[groups][rows];
            above = new double[depth + 1][rows];
            passes = new double[depth + 1][rows];
            path = new int[depth + 1];
            for (double[] product : products[0]) {
                Arrays.fill(product, 1);
            }
            Arrays.fill(passes[0], 1);
        }
    }

    /** Has all trees contribute to a block. */
    static void run(List<PathDependentTree> trees, RowBlock block, Room room) {
        for (double[] contributions : room.contributions) {
            Arrays.fill(contributions, 0);
        }
        trees.forEach(tree -> new BlockWalk(tree, block, room).run());
        for (int group = 0; group < room.contributions.length; group++) {
            System.arraycopy(room.contributions[group], 0, block.contributions()[group], block.from(), block.count());
        }
    }

    private void run() {
        int level = 0;
        for (int entry = 1; entry < entries.size; entry++) {
            for (; level >= entries.level[entry]; level--) {
                goUp(level);
            }
            room.path[level + 1] = entry;
            pass(level + 1);
            if (entries.leaf[entry]) {
                meetLeaf(level + 1);
            } else {
                level++;
                goDown(level);
            }
        }
        for (; level > 0; level--) {
            goUp(level);
        }
    }

    private void pass(int level) {
        int entry = room.path[level];
        double[] above = room.above[level];
        double[] passes = room.passes[level];
        double[] passed = room.passes[entries.earlier[entry]];
        if (entries.right[entry] == 1) {
            for (int row = 0; row < count; row++) {
                passes[row] = passed[row] * above[row];
            }
        } else {
            compare(entry, above);
            for (int row = 0; row < count; row++) {
                passes[row] = passed[row] * (1 - above[row]);
            }
        }
    }

    /** Of the two children of a split, the left one comes first. */
    private void compare(int entry, double[] above) {
        double[] column = block.columns()[entries.place[entry]];
        double threshold = entries.threshold[entry];
        int from = block.from();
        for (int row = 0; row < count; row++) {
            // An integer, since it is chosen without a branch.
            int right = column[from + row] > threshold ? 1 : 0;
            above[row] = right;
        }
    }

    private void goDown(int level) {
        int entry = room.path[level];
        double share = entries.share[entry];
        double[] passed = room.passes[entries.earlier[entry]];
        double[] passes = room.passes[level];
        for (int point = 0; point < tree.points; point++) {
            double inverse = inverse(entries.earlier[entry], point);
            double rest = tree.passing[entry] * tree.absent[point] * inverse - share;
            double present = tree.present[point] * inverse;
            double[] before = room.products[level - 1][point];
            double[] products = room.products[level][point];
            for (int row = 0; row < count; row++) {
                products[row] = before[row] * (share + rest * passed[row] + present * passes[row]);
            }
            Arrays.fill(room.sums[level][point], 0);
        }
    }

    private double inverse(int level, int point) {
        return tree.inverse[room.path[level] * tree.points + point];
    }

    /** Down to a leaf and up again. */
    private void meetLeaf(int level) {
        int entry = room.path[level];
        double value = entries.value[entry];
        double share = entries.share[entry];
        double[] passed = room.passes[entries.earlier[entry]];
        double[] passes = room.passes[level];
        double[] contributions = room.contributions[entries.group[entry]];
        for (int point = 0; point < tree.points; point++) {
            double inverse = inverse(entries.earlier[entry], point);
            double rest = tree.passing[entry] * tree.absent[point] * inverse - share;
            double present = tree.present[point] * inverse;
            double now = tree.weight[point] * inverse(level, point);
            double then = tree.weight[point] * inverse;
            double[] before = room.products[level - 1][point];
            double[] upper = room.sums[level - 1][point];
            for (int row = 0; row < count; row++) {
                double sum = before[row] * (share + rest * passed[row] + present * passes[row]) * value;
                upper[row] += sum;
                contributions[row] += sum * (now * passes[row] - then * passed[row]);
            }
        }
    }

    private void goUp(int level) {
        int entry = room.path[level];
        double[] passed = room.passes[entries.earlier[entry]];
        double[] passes = room.passes[level];
        double[] contributions = room.contributions[entries.group[entry]];
        for (int point = 0; point < tree.points; point++) {
            double now = tree.weight[point] * inverse(level, point);
            double then = tree.weight[point] * inverse(entries.earlier[entry], point);
            double[] sums = room.sums[level][point];
            double[] upper = room.sums[level - 1][point];
            for (int row = 0; row < count; row++) {
                double sum = sums[row];
                upper[row] += sum;
                contributions[row] += sum * (now * passes[row] - then * passed[row]);
            }
        }
    }
}
