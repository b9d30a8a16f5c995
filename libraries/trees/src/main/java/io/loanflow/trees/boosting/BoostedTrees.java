package io.loanflow.trees.boosting;

import io.loanflow.trees.tree.Reading;
import io.loanflow.trees.tree.Readings;
import io.loanflow.trees.tree.Sha256;
import io.loanflow.trees.tree.Tree;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * A boosted model: the logarithm of the odds of the positive label is a number and what each tree adds to it. Immutable and thread-safe.
 *
 * @param featureNames what the places of a row are called
 * @param readings what the features of the trees stand for
 * @param bias the sum of no tree
 * @param trees in the order in which they are added
 */
public record BoostedTrees(List<String> featureNames, Readings readings, double bias, List<Tree> trees) {

    public BoostedTrees {
        featureNames = List.copyOf(featureNames);
        trees = List.copyOf(trees);
    }

    /** Of features that are numbers, none of which may be missing. */
    public BoostedTrees(List<String> featureNames, double bias, List<Tree> trees) {
        this(featureNames, Readings.plain(featureNames.size()), bias, trees);
    }

    /**
     * The logarithm of the odds of the positive label.
     *
     * @param row one number per feature name; NaN where a value is missing
     */
    public double logOdds(double[] row) {
        double[] read = readings.of(row);
        double sum = bias;
        for (Tree tree : trees) {
            sum += tree.value(tree.leafOf(read), 0);
        }
        return sum;
    }

    /** The model as it was after so many trees. */
    public BoostedTrees first(int size) {
        return new BoostedTrees(featureNames, readings, bias, trees.subList(0, size));
    }

    /** SHA-256 of what the model decides, as hexadecimal digits. */
    public String digest() {
        MessageDigest sha = Sha256.digest();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha)))) {
            out.writeDouble(bias);
            for (Tree tree : trees) {
                write(tree, 0, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** From the root down, lesser values first. */
    private void write(Tree tree, int node, DataOutputStream out) throws IOException {
        if (tree.isLeaf(node)) {
            out.writeByte('L');
            out.writeDouble(tree.value(node, 0));
            return;
        }
        Reading reading = readings.list().get(tree.feature(node));
        out.writeByte('S');
        out.writeUTF(reading.name(featureNames.get(reading.feature())));
        out.writeDouble(tree.threshold(node));
        write(tree, tree.left(node), out);
        write(tree, tree.left(node) + 1, out);
    }

    /** The probability of the positive label. */
    public double probability(double[] row) {
        return LogisticLoss.probability(logOdds(row));
    }
}
