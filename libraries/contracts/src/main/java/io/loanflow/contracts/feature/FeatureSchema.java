package io.loanflow.contracts.feature;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Slice;
import io.loanflow.contracts.dataset.SplitRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a feature batch: what the model sees, what it learns, and what travels beside it to measure with.
 *
 * @param dataset name of the data set
 * @param definitionVersion version of its definition
 * @param features names in order; 64-bit floats, never missing
 * @param target name of the target column; 1 where the decision is positive, else 0
 * @param companions protected columns, columns that slices name and {@link #GROUP}, as text; never features
 */
public record FeatureSchema(
        String dataset, int definitionVersion, List<String> features, String target, List<String> companions) {

    /**
     * The companion that says which rows are of a group, where the data set is split by groups: the same number, from 0 to 65,535, for
     * the rows of one, and by chance perhaps for those of two; empty where a row is of none. No column can be called so.
     */
    public static final String GROUP = "split:group";

    public FeatureSchema {
        features = List.copyOf(features);
        companions = List.copyOf(companions);
    }

    public static FeatureSchema of(DatasetDefinition definition, FeatureEncoder encoder) {
        return new FeatureSchema(
                definition.name(),
                definition.version(),
                encoder.featureNames(),
                definition.target().name(),
                companionsOf(definition));
    }

    /** Protected columns first, then the columns that slices name, each once; the group last. */
    public static List<String> companionsOf(DatasetDefinition definition) {
        List<String> companions = new ArrayList<>();
        for (Column column : definition.protectedColumns()) {
            companions.add(column.name());
        }
        for (Slice slice : definition.slices()) {
            if (!companions.contains(slice.column())) {
                companions.add(slice.column());
            }
        }
        if (definition.split() != null && definition.split().kind() == SplitRule.Kind.GROUP) {
            companions.add(GROUP);
        }
        return companions;
    }

    /** SHA-256 of all of it: equal fingerprints mean that batches and model fit together. */
    public String fingerprint() {
        String text = String.join(
                "\n",
                dataset,
                Integer.toString(definitionVersion),
                String.join("\t", features),
                target,
                String.join("\t", companions));
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
