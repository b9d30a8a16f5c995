package io.loanflow.trees.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import com.oracle.labs.mlrg.olcut.provenance.ObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.BooleanProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.StringProvenance;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableOutputInfo;
import org.tribuo.Tribuo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.DatasetProvenance;

/** What Tribuo wants to know of the data a model was trained on: features, labels and where the data came from. */
record TrainingDomain(ImmutableFeatureMap features, ImmutableOutputInfo<Label> outputs, DatasetProvenance provenance) {

    private static final LabelFactory LABELS = new LabelFactory();

    static TrainingDomain of(Dataset<Label> dataset) {
        return new TrainingDomain(dataset.getFeatureIDMap(), dataset.getOutputIDInfo(), dataset.getProvenance());
    }

    /** Of columns, without an example for each of their rows. */
    static TrainingDomain of(DataProvenance source, TrainingTable table) {
        return new TrainingDomain(features(table), outputs(table), provenance(source, table));
    }

    private static ImmutableFeatureMap features(TrainingTable table) {
        List<String> names = table.featureNames();
        VariableInfo[] infos = new VariableInfo[names.size()];
        IntStream.range(0, infos.length)
                .parallel()
                .forEach(feature -> infos[feature] = ColumnStatistics.of(names.get(feature), table.column(feature)));
        return new ImmutableFeatureMap(Arrays.asList(infos));
    }

    private static ImmutableOutputInfo<Label> outputs(TrainingTable table) {
        List<Label> labels = table.labelNames().stream().map(Label::new).toList();
        MutableOutputInfo<Label> info = LABELS.generateInfo();
        for (int row = 0; row < table.rows(); row++) {
            info.observe(labels.get(table.label(row)));
        }
        return info.generateImmutableOutputInfo();
    }

    /** By its parts, as Tribuo reads it from a file: its other constructors ask a data set of examples for them. */
    private static DatasetProvenance provenance(DataProvenance source, TrainingTable table) {
        Map<String, Provenance> parts = new HashMap<>();
        put(parts, new StringProvenance(ObjectProvenance.CLASS_NAME, TrainingTable.class.getName()));
        put(parts, new BooleanProvenance("is-sequence", false));
        put(parts, new BooleanProvenance("is-dense", true));
        put(parts, new IntProvenance("num-examples", table.rows()));
        put(parts, new IntProvenance("num-features", table.featureNames().size()));
        put(parts, new IntProvenance("num-outputs", table.labelNames().size()));
        put(parts, new StringProvenance("tribuo-version", Tribuo.VERSION));
        parts.put("datasource", source);
        parts.put("transformations", new ListProvenance<>());
        return new DatasetProvenance(parts);
    }

    private static void put(Map<String, Provenance> parts, PrimitiveProvenance<?> part) {
        parts.put(part.getKey(), part);
    }
}
