package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.fit.ModelMaker;
import io.loanflow.training.fit.ModelOrder;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.rows.ColumnCheck;
import io.loanflow.training.rows.TrainingData;
import io.loanflow.training.rows.TrainingDataReader;
import io.loanflow.training.rows.TrainingImpossibleException;
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

    private final DatasetParameters datasets;
    private final TrainingDataReader reader;
    private final ModelMaker maker;
    private final ColumnCheck columns;
    private final RunLedger ledger;

    ModelTraining(
            DatasetParameters datasets,
            TrainingDataReader reader,
            ColumnCheck columns,
            ModelMaker maker,
            RunLedger ledger) {
        this.datasets = datasets;
        this.reader = reader;
        this.columns = columns;
        this.maker = maker;
        this.ledger = ledger;
    }

    /**
     * @param progress told while rows are read and trees grow; what it throws ends the training
     * @throws io.loanflow.model.family.SettingsInvalidException if the settings are out of range
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws TrainingImpossibleException if a part has one class only, or a column alone tells the label
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if the definition that the batches were made with is none
     *     any more
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer; the next call goes on where this one ended
     */
    public TrainingResult train(TrainingRequest request, Consumer<RowProgress> progress) {
        Parameters parameters = datasets.of(request.load(), request.settings());
        String key = ledger.key(request, parameters);
        Optional<TrainingResult> finished = ledger.finished(request.load().dataset(), key);
        finished.ifPresent(result -> LOG.info(
                "These batches and settings made version {} before",
                result.model().version()));
        return finished.orElseGet(() -> train(request, parameters, key, progress));
    }

    private TrainingResult train(
            TrainingRequest request, Parameters parameters, String key, Consumer<RowProgress> progress) {
        long start = System.nanoTime();
        TrainingData data = reader.read(request, parameters, progress);
        String note = columns.require(request.load().dataset(), data.train());
        TrackedRun run = ledger.begin(request, parameters, key);
        ledger.note(run, note);
        return ledger.during(run, () -> {
            TrainedModel model = maker.make(new ModelOrder(request, parameters, data), run.id(), progress);
            return finish(run, model, start, progress).noted(note);
        });
    }

    private TrainingResult finish(TrackedRun run, TrainedModel model, long start, Consumer<RowProgress> progress) {
        RowProgress grown = ModelMaker.grown(model.parameters());
        progress.accept(grown);
        ledger.log(run, model);
        // What was cancelled meanwhile is not registered.
        progress.accept(grown);
        RegisteredModelVersion version = ledger.register(run, model);
        double seconds = (System.nanoTime() - start) / 1e9;
        ledger.finish(version.name(), run, seconds);
        maker.discardParts(model, run.id());
        LOG.info("Trained {} version {} in {} s", version.name(), version.version(), Math.round(seconds * 10) / 10.0);
        return result(run, version, model, seconds);
    }

    private static TrainingResult result(
            TrackedRun run, RegisteredModelVersion version, TrainedModel model, double seconds) {
        return new TrainingResult(
                new ModelVersionRef(
                        version.name(),
                        version.version(),
                        run.id(),
                        model.folder().facts().digest()),
                model.report().evaluation().all().metrics(),
                false,
                model.request().run(),
                run.page(),
                seconds);
    }
}
