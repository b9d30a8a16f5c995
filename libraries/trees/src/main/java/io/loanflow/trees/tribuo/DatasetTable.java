package io.loanflow.trees.tribuo;

import io.loanflow.trees.grow.TrainingTable;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;

/** Lays a Tribuo data set out as columns. A feature that an example lacks is 0, as for Tribuo's trees. */
public final class DatasetTable {

    private DatasetTable() {}

    public static TrainingTable of(Dataset<Label> dataset) {
        if (dataset.getOutputInfo().getUnknownCount() > 0) {
            throw new IllegalArgumentException(
                    "The data set has " + dataset.getOutputInfo().getUnknownCount()
                            + " examples without a label: leave them out, a forest learns from labels");
        }
        ImmutableFeatureMap features = dataset.getFeatureIDMap();
        ImmutableOutputInfo<Label> outputs = dataset.getOutputIDInfo();
        double[][] columns = new double[features.size()][dataset.size()];
        int[] labels = new int[dataset.size()];
        int row = 0;
        for (Example<Label> example : dataset) {
            refuseWeight(example, row);
            for (Feature feature : example) {
                int id = features.getID(feature.getName());
                if (id >= 0) {
                    columns[id][row] += feature.getValue();
                }
            }
            labels[row++] = outputs.getID(example.getOutput());
        }
        List<String> featureNames = IntStream.range(0, columns.length)
                .mapToObj(id -> features.get(id).getName())
                .toList();
        List<String> labelNames = IntStream.range(0, outputs.size())
                .mapToObj(id -> outputs.getOutput(id).getLabel())
                .toList();
        return TrainingTable.of(featureNames, columns, labelNames, labels);
    }

    private static void refuseWeight(Example<Label> example, int row) {
        if (example.getWeight() != 1) {
            throw new IllegalArgumentException("Example " + row + " has the weight " + example.getWeight()
                    + ": give every example the weight 1 and use classWeight, or repeat examples");
        }
    }
}
