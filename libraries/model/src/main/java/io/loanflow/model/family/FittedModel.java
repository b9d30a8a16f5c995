package io.loanflow.model.family;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.loanflow.trees.score.TreeScorer;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** A model as Tribuo's, and its trees. */
public record FittedModel(Model<Label> model, ModelTrees trees) {

    /** Scores rows of the features it was fitted on. */
    public TreeScorer scorer() {
        return trees.scorer();
    }

    /** How each tree was grown, from what, by which version of what; Tribuo's text. */
    public String provenance() {
        return ProvenanceUtil.formattedProvenanceString(model.getProvenance());
    }
}
