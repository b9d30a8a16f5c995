package io.loanflow.training.forest;

import io.loanflow.training.rows.PartRows;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows as Tribuo's data set. */
final class TrainingTable {

    private TrainingTable() {}

    /**
     * @param source where the rows come from, for the model's provenance
     * @param labels the target's categories: negative, positive
     */
    static MutableDataset<Label> of(PartRows rows, TargetLabels labels, String source) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> table = new MutableDataset<>(new SimpleDataSourceProvenance(source, factory), factory);
        // An example sorts its features by name: in that order there is nothing to sort.
        int[] order = IntStream.range(0, rows.features().size())
                .boxed()
                .sorted(Comparator.comparing(rows.features()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        String[] names = IntStream.of(order).mapToObj(rows.features()::get).toArray(String[]::new);
        double[] values = new double[names.length];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < order.length; i++) {
                values[i] = rows.columns()[order[i]][row];
            }
            table.add(new ArrayExample<>(labels.of(rows.labels()[row]), names, values));
        }
        return table;
    }
}
