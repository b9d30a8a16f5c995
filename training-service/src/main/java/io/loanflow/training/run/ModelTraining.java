package io.loanflow.training.run;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.DatasetDefinitionException;
import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.contracts.pipeline.ModelVersionRef;
import io.loanflow.contracts.pipeline.RowProgress;
import io.loanflow.contracts.pipeline.TrainingRequest;
import io.loanflow.contracts.pipeline.TrainingResult;
import io.loanflow.featurebatches.FeatureBatchCache;
import io.loanflow.featurebatches.FeatureBatchReader;
import io.loanflow.featurebatches.Part;
import io.loanflow.tracking.ModelFolder;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.evaluation.EvaluationReport;
import io.loanflow.training.forest.ForestGrower;
import io.loanflow.training.forest.ForestParameters;
import io.loanflow.training.forest.GrownForest;
import io.loanflow.training.forest.TargetLabels;
import io.loanflow.training.rows.PartReader;
import io.loanflow.training.rows.PartRows;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Makes one model of one set of batches and settings, once: a call after a crash goes on with the run that the crash left,
 * and a call after the end finds what was made.
 */
@Service
public class ModelTraining {

    private static final Logger LOG = LoggerFactory.getLogger(ModelTraining.class);

    private final DatasetCatalog catalog;
    private final FeatureBatchCache cache;
    private final ForestGrower grower;
    private final RunLedger ledger;
    private final TrainingMeters meters;

    ModelTraining(
            DatasetCatalog catalog,
            FeatureBatchCache cache,
            ForestGrower grower,
            RunLedger ledger,
            TrainingMeters meters) {
        this.catalog = catalog;
        this.cache = cache;
        this.grower = grower;
        this.ledger = ledger;
        this.meters = meters;
    }

    /**
     * @param progress told at least once a second while rows are read and trees grow; what it throws ends the training
     * @throws io.loanflow.training.forest.SettingsInvalidException if the settings are out of range
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws TrainingImpossibleException if a part has one class only
     * @throws DatasetDefinitionException if the definition is not the one that the batches were made with
     */
    public TrainingResult train(TrainingRequest request, Consumer<RowProgress> progress) {
        long start = System.nanoTime();
        ForestParameters parameters = ForestParameters.of(request.settings());
        String key = TrainingKey.of(request, parameters);
        Optional<TrainingResult> finished = ledger.finished(request.load().dataset(), key);
        if (finished.isPresent()) {
            LOG.info(
                    "Model of these batches and settings is there: {}",
                    finished.get().model());
            return finished.get();
        }
        TrainingData data = read(request, progress);
        TrackedRun run = ledger.begin(request, parameters, key);
        GrownForest forest = grow(request, parameters, data, progress);
        double[] scores =
                forest.flat().scoreColumns(data.test().columns(), data.test().size());
        EvaluationReport report = EvaluationReport.of(data.definition(), data.test(), scores, ModelMaker.THRESHOLD);
        ModelFolder folder =
                ModelMaker.folder(request, data, catalog.text(request.load().dataset()), forest);
        ledger.log(run, request, parameters, data, report, folder);
        RegisteredModelVersion version = ledger.register(run, request, report, folder);
        double seconds = (System.nanoTime() - start) / 1e9;
        ledger.finish(run, seconds);
        meters.trained(parameters.trees(), seconds);
        return new TrainingResult(
                new ModelVersionRef(
                        version.name(),
                        version.version(),
                        run.id(),
                        folder.facts().digest()),
                report.all().metrics(),
                false,
                request.run(),
                run.page(),
                seconds);
    }

    private TrainingData read(TrainingRequest request, Consumer<RowProgress> progress) {
        FeatureBatchReader batches = cache.open(request.batches());
        DatasetDefinition definition = catalog.definition(request.load().dataset());
        String fingerprint =
                FeatureSchema.of(definition, batches.manifest().encoder()).fingerprint();
        if (!fingerprint.equals(request.batches().schemaFingerprint())) {
            throw new DatasetDefinitionException("the definition of data set " + definition.name()
                    + " is not the one its batches were prepared with; raise its version and start the run again");
        }
        long total = request.batches().trainRows() + request.batches().testRows();
        PartRows train =
                PartReader.read(batches, Part.TRAIN, rows -> progress.accept(new RowProgress(rows, total, "rows")));
        PartRows test = PartReader.read(
                batches,
                Part.TEST,
                rows -> progress.accept(new RowProgress(request.batches().trainRows() + rows, total, "rows")));
        requireBothClasses("training", train);
        requireBothClasses("test", test);
        return new TrainingData(definition, batches.manifest().encoder(), train, test);
    }

    private static void requireBothClasses(String part, PartRows rows) {
        if (!rows.hasBothClasses()) {
            throw new TrainingImpossibleException("the " + part + " part has " + rows.size() + " rows, of which "
                    + rows.positives() + " are positive: a model needs rows of both decisions. Load more data, or"
                    + " change the split.");
        }
    }

    private GrownForest grow(
            TrainingRequest request, ForestParameters parameters, TrainingData data, Consumer<RowProgress> progress) {
        String source = "data set " + request.load().dataset() + ", load "
                + request.load().loadId() + ", batches " + request.batches().sha256();
        return grower.grow(
                data.train(),
                TargetLabels.of(data.definition()),
                parameters,
                source,
                trees -> progress.accept(new RowProgress(trees, parameters.trees(), "trees")));
    }
}
