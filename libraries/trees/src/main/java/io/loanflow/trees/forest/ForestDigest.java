package io.loanflow.trees.forest;

import io.loanflow.trees.tree.Sha256;
import io.loanflow.trees.tree.Tree;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of what a forest decides, whatever the order of its nodes and the time it was trained. */
final class ForestDigest {

    private final Forest forest;

    private final DataOutputStream out;

    private final byte[][] features;

    private ForestDigest(Forest forest, DataOutputStream out) throws IOException {
        this.forest = forest;
        this.out = out;
        this.features = new byte[forest.features().size()][];
        for (int feature = 0; feature < features.length; feature++) {
            features[feature] = bytes(forest.features().get(feature));
        }
    }

    static String of(Forest forest) {
        MessageDigest sha = Sha256.digest();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha), 1 << 16))) {
            new ForestDigest(forest, out).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void write() throws IOException {
        out.writeUTF(forest.combination().name());
        out.writeInt(forest.labels().size());
        for (String label : forest.labels()) {
            out.writeUTF(label);
        }
        for (int i = 0; i < forest.size(); i++) {
            out.writeFloat(forest.weights().get(i));
            Tree tree = forest.trees().get(i);
            byte[][] leaves = new byte[tree.kinds()][];
            for (int kind = 0; kind < leaves.length; kind++) {
                leaves[kind] = leaf(tree, kind);
            }
            write(tree, 0, leaves);
        }
    }

    /** From the root down, lesser values first. */
    private void write(Tree tree, int node, byte[][] leaves) throws IOException {
        if (tree.isLeaf(node)) {
            out.write(leaves[tree.kind(node)]);
            return;
        }
        out.writeByte('S');
        out.write(features[tree.feature(node)]);
        out.writeDouble(tree.threshold(node));
        write(tree, tree.left(node), leaves);
        write(tree, tree.left(node) + 1, leaves);
    }

    private static byte[] bytes(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(name);
        return bytes.toByteArray();
    }

    private byte[] leaf(Tree tree, int kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream leaf = new DataOutputStream(bytes);
        leaf.writeByte('L');
        leaf.writeUTF(forest.labels().get(forest.vote(tree, kind)));
        leaf.writeInt(forest.labels().size());
        for (int label = 0; label < forest.labels().size(); label++) {
            leaf.writeUTF(forest.labels().get(label));
            leaf.writeDouble(tree.valueOfKind(kind, label));
        }
        return bytes.toByteArray();
    }
}
