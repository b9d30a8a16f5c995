package io.loanflow.trees.forest.benchmark;

import io.loanflow.trees.explain.TreeSum;
import io.loanflow.trees.tree.Tree;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Trees as both languages read them: of each the number of nodes, then of each node its parts, all as big-endian doubles. */
final class TreesFile {

    private TreesFile() {}

    /** @param columns what the places of a row are called */
    static void write(TreeSum model, List<String> columns, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (TreeSum.Term term : model.terms()) {
                Tree tree = term.tree();
                out.writeDouble(tree.nodes());
                each(tree, node -> tree.isLeaf(node) ? -1 : tree.left(node), out);
                each(tree, node -> tree.isLeaf(node) ? -1 : tree.left(node) + 1, out);
                each(tree, node -> tree.isLeaf(node) ? -1 : place(model, tree.feature(node), columns), out);
                each(tree, node -> tree.isLeaf(node) ? 0 : tree.threshold(node), out);
                each(tree, node -> tree.isLeaf(node) ? term.added()[tree.kind(node)] : 0, out);
                each(tree, tree::cover, out);
            }
        }
    }

    private static int place(TreeSum model, int feature, List<String> columns) {
        return columns.indexOf(model.featureNames().get(feature));
    }

    private static void each(Tree tree, IntToDoubleFunction part, DataOutputStream out) throws IOException {
        for (int node = 0; node < tree.nodes(); node++) {
            out.writeDouble(part.applyAsDouble(node));
        }
    }
}
