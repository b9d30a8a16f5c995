package io.loanflow.forest;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.classification.Label;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/** SHA-256 of what a forest decides, whatever the order of Tribuo's maps and the time it was trained. */
final class ForestDigest {

    private final DataOutputStream out;

    private ForestDigest(DataOutputStream out) {
        this.out = out;
    }

    static String of(ForestMembers members) {
        MessageDigest sha = sha256();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha), 1 << 16))) {
            new ForestDigest(out).write(members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private void write(ForestMembers members) throws IOException {
        out.writeUTF(members.combination().name());
        out.writeInt(members.labels().size());
        for (String label : members.labels()) {
            out.writeUTF(label);
        }
        for (int tree = 0; tree < members.weights().length; tree++) {
            out.writeFloat(members.weights()[tree]);
            write(members.trees().get(tree).root(), members.trees().get(tree).features());
        }
    }

    private void write(Node<Label> node, ImmutableFeatureMap features) throws IOException {
        if (node instanceof SplitNode<Label> split) {
            out.writeByte('S');
            out.writeUTF(features.get(split.getFeatureID()).getName());
            out.writeDouble(split.splitValue());
            write(split.getLessThanOrEqual(), features);
            write(split.getGreaterThan(), features);
        } else {
            write((LeafNode<Label>) node);
        }
    }

    private void write(LeafNode<Label> leaf) throws IOException {
        out.writeByte('L');
        out.writeUTF(leaf.getOutput().getLabel());
        Map<String, Label> scores = new TreeMap<>(leaf.getDistribution());
        out.writeInt(scores.size());
        for (Map.Entry<String, Label> score : scores.entrySet()) {
            out.writeUTF(score.getKey());
            out.writeDouble(score.getValue().getScore());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
