package io.loanflow.trees.forest;

import com.oracle.labs.mlrg.olcut.provenance.ListProvenance;
import io.loanflow.trees.grow.TrainingTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.FeatureMap;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableOutputInfo;
import org.tribuo.OutputInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.protos.core.DatasetProto;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.DatasetProvenance;

/**
 * What Tribuo wants to know of the data a model was trained on: features, labels and where the data came from. Stands for the
 * data set without its examples, so that a forest made of columns needs none.
 */
public final class ForestDomain extends Dataset<Label> {

    private static final long serialVersionUID = 1L;

    private static final LabelFactory LABELS = new LabelFactory();

    private final transient ImmutableFeatureMap features;

    private final transient ImmutableOutputInfo<Label> outputs;

    private final int rows;

    private final DatasetProvenance provenance;

    private ForestDomain(Dataset<Label> dataset) {
        super(dataset.getSourceProvenance(), LABELS);
        features = dataset.getFeatureIDMap();
        outputs = dataset.getOutputIDInfo();
        rows = dataset.size();
        provenance = dataset.getProvenance();
    }

    private ForestDomain(DataProvenance source, TrainingTable table) {
        super(source, LABELS);
        features = features(table);
        outputs = outputs(table);
        rows = table.rows();
        provenance = new DatasetProvenance(source, new ListProvenance<>(), this);
    }

    /** The domain of a data set, without its examples. */
    public static ForestDomain of(Dataset<Label> dataset) {
        return new ForestDomain(dataset);
    }

    /** The domain of columns. */
    public static ForestDomain of(DataProvenance source, TrainingTable table) {
        return new ForestDomain(source, table);
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

    @Override
    public int size() {
        return rows;
    }

    @Override
    public Set<Label> getOutputs() {
        return outputs.getDomain();
    }

    @Override
    public ImmutableOutputInfo<Label> getOutputIDInfo() {
        return outputs;
    }

    @Override
    public OutputInfo<Label> getOutputInfo() {
        return outputs;
    }

    @Override
    public ImmutableFeatureMap getFeatureIDMap() {
        return features;
    }

    @Override
    public FeatureMap getFeatureMap() {
        return features;
    }

    @Override
    public DatasetProvenance getProvenance() {
        return provenance;
    }

    /** @throws UnsupportedOperationException always: there are no examples to write */
    @Override
    public DatasetProto serialize() {
        throw new UnsupportedOperationException(
                "A domain holds no examples: save the model, or the data it was trained on");
    }
}
