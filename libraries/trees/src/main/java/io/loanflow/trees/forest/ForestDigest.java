package io.loanflow.trees.forest;

import io.loanflow.trees.tree.Sha256;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;

/** SHA-256 of what a forest decides, whatever the order of Tribuo's maps and the time it was trained. */
final class ForestDigest {

    private final ForestMembers members;

    private final DataOutputStream out;

    /** What is written of each distinct leaf. */
    private final byte[][] leaves;

    private ForestDigest(ForestMembers members, DataOutputStream out) throws IOException {
        this.members = members;
        this.out = out;
        this.leaves = new byte[members.leaves().size()][];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = bytes(members.leaves().get(leaf));
        }
    }

    static String of(ForestMembers members) {
        MessageDigest sha = Sha256.digest();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha), 1 << 16))) {
            new ForestDigest(members, out).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void write() throws IOException {
        out.writeUTF(members.combination().name());
        out.writeInt(members.labels().size());
        for (String label : members.labels()) {
            out.writeUTF(label);
        }
        for (int tree = 0; tree < members.weights().length; tree++) {
            out.writeFloat(members.weights()[tree]);
            write(members.trees().get(tree));
        }
    }

    private void write(ForestTree tree) throws IOException {
        byte[][] names = new byte[tree.features().size()][];
        for (int feature = 0; feature < names.length; feature++) {
            names[feature] = bytes(tree.features().get(feature).getName());
        }
        write(tree, 0, names);
    }

    /** From the root down, lesser values first. */
    private void write(ForestTree tree, int node, byte[][] names) throws IOException {
        if (tree.isLeaf(node)) {
            out.write(leaves[tree.left()[node]]);
            return;
        }
        out.writeByte('S');
        out.write(names[tree.featureIds()[node]]);
        out.writeDouble(tree.thresholds()[node]);
        write(tree, tree.left()[node], names);
        write(tree, tree.right()[node], names);
    }

    private static byte[] bytes(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DataOutputStream(bytes).writeUTF(name);
        return bytes.toByteArray();
    }

    private static byte[] bytes(LeafNode<Label> leaf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte('L');
        out.writeUTF(leaf.getOutput().getLabel());
        Map<String, Label> scores = new TreeMap<>(leaf.getDistribution());
        out.writeInt(scores.size());
        for (Map.Entry<String, Label> score : scores.entrySet()) {
            out.writeUTF(score.getKey());
            out.writeDouble(score.getValue().getScore());
        }
        return bytes.toByteArray();
    }
}
