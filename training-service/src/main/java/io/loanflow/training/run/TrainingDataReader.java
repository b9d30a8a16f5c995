package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.training.rows.PartReader;
import io.loanflow.training.rows.PartRows;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads both parts of the batches and the definition they were made with. */
@Component
class TrainingDataReader {

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
        FeatureBatchReader batches = cache.open(request.batches());
        FeatureEncoder encoder = batches.manifest().encoder();
        DatasetDefinition definition = definition(request, encoder);
        PartRows train = read(request, batches, Part.TRAIN, progress);
        PartRows test = read(request, batches, Part.TEST, progress);
        requireBothClasses("training", train);
        requireBothClasses("test", test);
        return new TrainingData(definition, catalog.text(definition.name()), encoder, train, test);
    }

    private DatasetDefinition definition(TrainingRequest request, FeatureEncoder encoder) {
        DatasetDefinition definition = catalog.definition(request.load().dataset());
        String fingerprint = FeatureSchema.of(definition, encoder).fingerprint();
        if (!fingerprint.equals(request.batches().schemaFingerprint())) {
            throw new DatasetDefinitionException("the definition of data set " + definition.name()
                    + " is not the one its batches were prepared with. Raise its version, give the same file to every"
                    + " service, and start the run again.");
        }
        return definition;
    }

    private static PartRows read(
            TrainingRequest request, FeatureBatchReader batches, Part part, Consumer<RowProgress> progress) {
        long before = part == Part.TRAIN ? 0 : request.batches().trainRows();
        long total = request.batches().trainRows() + request.batches().testRows();
        return PartReader.read(batches, part, rows -> progress.accept(new RowProgress(before + rows, total, "rows")));
    }

    private static void requireBothClasses(String part, PartRows rows) {
        if (!rows.hasBothClasses()) {
            throw new TrainingImpossibleException("The " + part + " part has " + rows.size() + " rows, of which "
                    + rows.positives() + " are positive: a model needs rows of both decisions. Load more data, or"
                    + " change the split.");
        }
    }
}
