package io.loanflow.trees.forest;

import org.tribuo.Model;
import org.tribuo.classification.Label;

/** The digest of what a forest decides. */
final class Digests {

    private Digests() {}

    static String of(Model<Label> model) {
        return ForestDigest.of(ForestMembers.of(model));
    }
}
