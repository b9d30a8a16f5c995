package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.training.rows.PartReader;
import io.loanflow.training.rows.PartRows;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads both parts of the batches and the definition they were made with. */
@Component
public class TrainingDataReader {

    private final DatasetCatalog catalog;
    private final FeatureBatchCache cache;

    TrainingDataReader(DatasetCatalog catalog, FeatureBatchCache cache) {
        this.catalog = catalog;
        this.cache = cache;
    }

    /**
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws TrainingImpossibleException if a part has one class only
     * @throws DatasetDefinitionException if the definition is not the one that the batches were made with
     */
    TrainingData read(TrainingRequest request, Consumer<RowProgress> progress) {
        FeatureBatchReader reader = cache.open(request.batches());
        TrainingRows train = rows(request.load().dataset(), request.batches(), reader, progress);
        PartRows test = read(request.batches(), reader, Part.TEST, progress);
        requireBothClasses("test", test);
        return new TrainingData(
                train.definition(),
                catalog.text(train.definition().name()),
                reader.manifest().encoder(),
                train.rows(),
                test);
    }

    /** The training part only; throws as {@link #read} does. */
    public TrainingRows readTrainingRows(String dataset, FeatureBatches batches, Consumer<RowProgress> progress) {
        return rows(dataset, batches, cache.open(batches), progress);
    }

    private TrainingRows rows(
            String dataset, FeatureBatches batches, FeatureBatchReader reader, Consumer<RowProgress> progress) {
        DatasetDefinition definition =
                definition(dataset, batches, reader.manifest().encoder());
        PartRows train = read(batches, reader, Part.TRAIN, progress);
        requireBothClasses("training", train);
        return new TrainingRows(definition, train);
    }

    private DatasetDefinition definition(String dataset, FeatureBatches batches, FeatureEncoder encoder) {
        DatasetDefinition definition = catalog.definition(dataset);
        String fingerprint = FeatureSchema.of(definition, encoder).fingerprint();
        if (!fingerprint.equals(batches.schemaFingerprint())) {
            throw new DatasetDefinitionException("the definition of data set " + definition.name()
                    + " is not the one its batches were prepared with. Raise its version, give the same file to every"
                    + " service, and start the run again.");
        }
        return definition;
    }

    private static PartRows read(
            FeatureBatches batches, FeatureBatchReader reader, Part part, Consumer<RowProgress> progress) {
        long before = part == Part.TRAIN ? 0 : batches.trainRows();
        long total = batches.trainRows() + batches.testRows();
        return PartReader.read(reader, part, rows -> progress.accept(new RowProgress(before + rows, total, "rows")));
    }

    private static void requireBothClasses(String part, PartRows rows) {
        if (!rows.hasBothClasses()) {
            throw new TrainingImpossibleException("The " + part + " part has " + rows.size() + " rows, of which "
                    + rows.positives() + " are positive: a model needs rows of both decisions. Load more data, or"
                    + " change the split.");
        }
    }
}
