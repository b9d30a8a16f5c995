package io.loanflow.training.forest;

import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import io.loanflow.forest.FlatForest;
import io.loanflow.forest.ForestParts;
import io.loanflow.model.TargetLabels;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * A forest as Tribuo's model, and flat for scoring.
 *
 * @param flat scores rows of the schema's features
 */
public record GrownForest(WeightedEnsembleModel<Label> model, FlatForest flat) {

    /** Makes a forest of all its parts, in any order. */
    public static GrownForest join(List<GrownPart> parts, List<String> features, TargetLabels labels) {
        WeightedEnsembleModel<Label> model =
                ForestParts.join(parts.stream().map(GrownPart::trees).toList());
        return new GrownForest(model, FlatForest.of(model, features, labels.positive()));
    }

    /** Tribuo's protobuf, with provenance. */
    public byte[] protobuf() {
        return new GrownPart(model).protobuf();
    }

    /** How each tree was grown, from what, by which version of what; Tribuo's text. */
    public String provenance() {
        return ProvenanceUtil.formattedProvenanceString(model.getProvenance());
    }
}
