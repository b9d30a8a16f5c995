package io.loanflow.training.run;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.training.ModelPart;
import io.loanflow.contracts.training.PartRequest;
import io.loanflow.contracts.training.TrainingPlan;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.model.family.Parameters;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.fit.FitOrder;
import io.loanflow.training.fit.ModelFitter;
import io.loanflow.training.rows.ColumnCheck;
import io.loanflow.training.rows.TrainingDataReader;
import io.loanflow.training.rows.TrainingImpossibleException;
import io.loanflow.training.rows.TrainingRows;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Fits a model in parts, on as many machines as take one; {@link ModelTraining} makes the model of them. */
@Service
public class PartTraining {

    private static final Logger LOG = LoggerFactory.getLogger(PartTraining.class);

    private final DatasetParameters datasets;
    private final TrainingDataReader reader;
    private final ModelFitter fitter;
    private final ColumnCheck columns;
    private final RunLedger ledger;

    PartTraining(
            DatasetParameters datasets,
            TrainingDataReader reader,
            ColumnCheck columns,
            ModelFitter fitter,
            RunLedger ledger) {
        this.datasets = datasets;
        this.reader = reader;
        this.columns = columns;
        this.fitter = fitter;
        this.ledger = ledger;
    }

    /**
     * Settles all settings, since all parts must have the same, and begins the run, since parts that grow at the same time
     * must find one and the same.
     *
     * @throws io.loanflow.model.family.SettingsInvalidException if the settings are out of range
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public TrainingPlan plan(TrainingRequest request) {
        Parameters parameters = datasets.of(request.load(), request.settings());
        var unused = ModelFitter.inParts(parameters);
        String key = ledger.key(request, parameters);
        Optional<TrainingResult> finished = ledger.finished(request.load().dataset(), key);
        String runId = finished.map(result -> result.model().runId())
                .orElseGet(() -> ledger.begin(request, parameters, key).id());
        return new TrainingPlan(parameters.settings(), parameters.trees(), runId, finished.orElse(null));
    }

    /**
     * Grows a part, or finds it.
     *
     * @param progress told while rows are read and trees grow; what it throws ends the growth
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws TrainingImpossibleException if the training part has one class only, or a column alone tells the label
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public ModelPart grow(PartRequest request, Consumer<RowProgress> progress) {
        return fitter.grown(request).orElseGet(() -> growAndKeep(request, progress));
    }

    private ModelPart growAndKeep(PartRequest request, Consumer<RowProgress> progress) {
        TrainingRequest training = request.training();
        Parameters parameters = datasets.of(training.load(), training.settings());
        TrainingRows rows = reader.readTrainingRows(training.batches(), parameters, progress);
        ModelPart part = ledger.during(ledger.run(request.mlflowRunId()), () -> {
            // The note is taken where the parts become a model.
            var unused = columns.require(training.load().dataset(), rows.rows());
            return fitter.grow(new FitOrder(training, parameters, rows), request, progress);
        });
        LOG.info("Grew trees {} to {}", part.firstTree(), part.firstTree() + part.trees() - 1);
        return part;
    }
}
