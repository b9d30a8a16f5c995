package io.loanflow.preprocessing.batch;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.featurebatches.BatchSet;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchWriter;
import io.loanflow.featurebatches.FeatureManifest;
import io.loanflow.featurebatches.Part;
import io.loanflow.preprocessing.PreprocessingProperties;
import io.loanflow.preprocessing.fit.EncoderFit;
import io.loanflow.preprocessing.load.CategoryCodes;
import io.loanflow.preprocessing.load.LoadReader;
import io.loanflow.preprocessing.load.LoadUnavailableException;
import io.loanflow.preprocessing.load.StoredDefinition;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the batches of a load, unless they are there and whole: the same load and settings always become the same batches. */
@Component
public class BatchPreparation {

    private static final Logger LOG = LoggerFactory.getLogger(BatchPreparation.class);

    private final LoadReader loads;
    private final FeatureBatchCache cache;
    private final PreprocessingProperties properties;
    private final PreprocessingMetrics metrics;

    BatchPreparation(
            LoadReader loads,
            FeatureBatchCache cache,
            PreprocessingProperties properties,
            PreprocessingMetrics metrics) {
        this.loads = loads;
        this.cache = cache;
        this.properties = properties;
        this.metrics = metrics;
    }

    /**
     * Prepares batches or finds them.
     *
     * @param progress is told now and then how many rows are done; may throw to stop the work
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if the load's definition is none any more
     * @throws LoadUnavailableException if there is no such complete load
     * @throws SettingsInvalidException if the settings are out of range or do not suit the load
     * @throws io.loanflow.preprocessing.fit.UnfittableColumnException if a column cannot be encoded
     */
    public PreprocessingResult prepare(PreprocessingRequest request, LongConsumer progress) {
        long start = System.nanoTime();
        requireInRange(request.settings());
        StoredDefinition definition = loads.definition(request.load());
        String keyPrefix =
                FeatureBatchCache.keyPrefix(request.load().dataset(), ContentKey.of(request, definition.digest()));
        Optional<FeatureManifest> whole = cache.findWhole(keyPrefix, properties.timeToLive());
        if (whole.isPresent()) {
            metrics.found(request.load().dataset(), secondsSince(start));
            return result(keyPrefix, whole.get(), true);
        }
        FeatureManifest manifest =
                prepare(new Work(request, definition, keyPrefix, start), new HalfwayProgress(progress));
        metrics.prepared(request.load().dataset(), manifest.trainRows() + manifest.testRows(), manifest.seconds());
        LOG.info(
                "Prepared load {} of data set {}: {} training and {} test rows in {} s",
                request.load().loadId(),
                request.load().dataset(),
                manifest.trainRows(),
                manifest.testRows(),
                manifest.seconds());
        return result(keyPrefix, manifest, false);
    }

    private FeatureManifest prepare(Work work, HalfwayProgress progress) {
        PreprocessingRequest request = work.request();
        DatasetDefinition definition = work.definition().definition();
        CategoryCodes categories = new CategoryCodes(definition.columns());
        try (SplitRows rows = new SplitRows(
                definition,
                categories,
                request.settings(),
                request.load().loads().size())) {
            loads.read(request.load(), definition, categories, rows.counting(() -> progress.add(1)));
            rows.finish();
            rows.requireBothClasses();
            DatasetDefinition met = categories.met(definition);
            FeatureEncoder encoder = EncoderFit.fit(met, rows.part(Part.TRAIN));
            RowEncoder batches = new RowEncoder(met, encoder, categories);
            BatchSet set = new BatchSet(batches.schema(), rows.rows(), properties.timeToLive());
            try (FeatureBatchWriter writer = cache.write(work.keyPrefix(), set)) {
                for (Part part : Part.values()) {
                    rows.part(part).forEachBlock(block -> {
                        writer.write(part, batches.encode(block));
                        progress.add(block.rows());
                    });
                }
                return writer.complete(work.definition().text(), encoder, request.run(), secondsSince(work.start()));
            }
        }
    }

    private static void requireInRange(PreprocessingSettings settings) {
        if (!(settings.testShare() > 0 && settings.testShare() < 1)) {
            throw new SettingsInvalidException("testShare must be above 0 and below 1, is " + settings.testShare());
        }
    }

    private static PreprocessingResult result(String keyPrefix, FeatureManifest manifest, boolean alreadyPrepared) {
        return new PreprocessingResult(
                manifest.reference(keyPrefix),
                manifest.schema().features().size(),
                manifest.trainPositiveShare(),
                manifest.testPositiveShare(),
                alreadyPrepared,
                manifest.madeBy(),
                manifest.seconds());
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private record Work(PreprocessingRequest request, StoredDefinition definition, String keyPrefix, long start) {}
}
