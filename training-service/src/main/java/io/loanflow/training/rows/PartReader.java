package io.loanflow.training.rows;

import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.featurebatches.FeatureBatch;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.FeatureBatchesLostException;
import io.loanflow.featurebatches.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Puts the batches of a part together. */
public final class PartReader {

    private final double[][] columns;
    private final byte[] labels;
    private final String[][] companions;
    /** A companion's texts are few and repeat: one object each. */
    private final Map<String, String> texts = new HashMap<>();

    private int rows;

    private PartReader(FeatureSchema schema, int size) {
        columns = new double[schema.features().size()][size];
        labels = new byte[size];
        companions = new String[schema.companions().size()][size];
    }

    /**
     * @param rowsRead told the number of rows read so far, after each batch
     * @throws FeatureBatchesLostException if a batch is gone or damaged
     * @throws TrainingImpossibleException if no array holds the rows
     */
    public static PartRows read(FeatureBatchReader batches, Part part, LongConsumer rowsRead) {
        FeatureSchema schema = batches.manifest().schema();
        long size = part == Part.TRAIN
                ? batches.manifest().trainRows()
                : batches.manifest().testRows();
        if (size > Integer.MAX_VALUE) {
            throw new TrainingImpossibleException("The part has " + size + " rows, and training holds no more than "
                    + Integer.MAX_VALUE + ". Train on fewer rows.");
        }
        PartReader reader = new PartReader(schema, (int) size);
        batches.forEach(part, batch -> {
            reader.add(batch);
            rowsRead.accept(reader.rows);
        });
        return new PartRows(schema.features(), schema.companions(), reader.columns, reader.labels, reader.companions);
    }

    private void add(FeatureBatch batch) {
        for (int feature = 0; feature < columns.length; feature++) {
            System.arraycopy(batch.column(feature), 0, columns[feature], rows, batch.rows());
        }
        for (int row = 0; row < batch.rows(); row++) {
            labels[rows + row] = (byte) batch.label(row);
            for (int companion = 0; companion < companions.length; companion++) {
                companions[companion][rows + row] =
                        texts.computeIfAbsent(batch.companion(companion, row), text -> text);
            }
        }
        rows += batch.rows();
    }
}
