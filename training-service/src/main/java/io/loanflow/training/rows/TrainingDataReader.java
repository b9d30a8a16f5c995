package io.loanflow.training.rows;

import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.model.family.Parameters;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Reads both parts of the batches and the definition they were made with. */
@Component
public class TrainingDataReader {

    private final FeatureBatchCache cache;
    private final Admission admission;

    TrainingDataReader(FeatureBatchCache cache, Admission admission) {
        this.cache = cache;
        this.admission = admission;
    }

    /**
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws TrainingImpossibleException if a part has one class only, or the rows do not fit the heap
     * @throws DatasetDefinitionException if the definition that the batches were made with is none any more
     */
    public TrainingData read(TrainingRequest request, Parameters parameters, Consumer<RowProgress> progress) {
        FeatureBatchReader reader = cache.open(request.batches());
        admission.require(
                reader.manifest(),
                reader.manifest().trainRows() + reader.manifest().testRows(),
                parameters);
        TrainingRows train = rows(request.batches(), reader, progress);
        PartRows test = read(request.batches(), reader, Part.TEST, progress);
        requireBothClasses("test", test);
        return new TrainingData(
                train.definition(),
                reader.manifest().definition(),
                reader.manifest().encoder(),
                train.rows(),
                test);
    }

    /** The training part only; throws as {@link #read} does. */
    public TrainingRows readTrainingRows(
            FeatureBatches batches, Parameters parameters, Consumer<RowProgress> progress) {
        FeatureBatchReader reader = cache.open(batches);
        admission.require(reader.manifest(), reader.manifest().trainRows(), parameters);
        return rows(batches, reader, progress);
    }

    private TrainingRows rows(FeatureBatches batches, FeatureBatchReader reader, Consumer<RowProgress> progress) {
        PartRows train = read(batches, reader, Part.TRAIN, progress);
        requireBothClasses("training", train);
        return new TrainingRows(reader.manifest().dataset(), train);
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
