package io.loanflow.training.tuning;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.contracts.tuning.Validation;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.TrackedRun;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.definition.TrainingDefinition;
import io.loanflow.training.definition.TuningDefinition;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.rows.TrainingDataReader;
import io.loanflow.training.rows.TrainingRows;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The steps of a tuning. Each finds what it did before, so that a tuning goes on where it was. */
@Service
public class ParameterTuning {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterTuning.class);

    private final DatasetParameters datasets;
    private final TrainingDataReader reader;
    private final CrossValidation validation;
    private final TuningLedger ledger;

    ParameterTuning(
            DatasetParameters datasets, TrainingDataReader reader, CrossValidation validation, TuningLedger ledger) {
        this.datasets = datasets;
        this.reader = reader;
        this.validation = validation;
        this.ledger = ledger;
    }

    /**
     * Draws the candidates, and begins the tuning's run.
     *
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set or its file is wrong
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public TuningPlan plan(TuningOrder order) {
        TrainingDefinition definition = datasets.definition(order.load().dataset());
        TuningDefinition tuning = definition.tuning();
        String key = TuningKey.of(order, definition);
        TrackedRun run = ledger.begin(order, key);
        return new TuningPlan(
                key,
                run.id(),
                run.page(),
                new Validation(tuning.folds(), tuning.seed(), tuning.patience()),
                definition.families().get(0).rungs(),
                definition.rungs(),
                tuning.factor(),
                definition.candidates().stream().map(Parameters::settings).toList(),
                definition.parameters().trees(),
                ledger.result(run).orElse(null));
    }

    /**
     * Measures a candidate on the training part.
     *
     * @param progress told while rows are read and trees grow; what it throws ends the measurement
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     * @throws io.loanflow.training.rows.TrainingImpossibleException if a fold has one class only
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public CandidateScore measure(CandidateRequest request, Consumer<RowProgress> progress) {
        Parameters parameters = DatasetParameters.complete(request.settings());
        TrackedRun run = ledger.candidate(request);
        return ledger.score(run, parameters.trees()).orElseGet(() -> measure(request, parameters, run, progress));
    }

    private CandidateScore measure(
            CandidateRequest request, Parameters parameters, TrackedRun run, Consumer<RowProgress> progress) {
        TrainingRows rows = reader.readTrainingRows(request.order().batches(), parameters, progress);
        Measurement measured = validation.measure(rows, parameters, request.validation(), progress);
        Evaluation all = measured.all();
        CandidateScore score = new CandidateScore(
                request.candidate(),
                measured.trees(),
                all.logLoss(),
                measured.logLossSpread(),
                all.ranking().rocAuc(),
                all.decisions().f1(),
                run.id());
        ledger.log(run, parameters, measured, score);
        LOG.info("Candidate {} with {} trees: log loss {}", score.candidate(), score.trees(), score.logLoss());
        return score;
    }

    /**
     * Keeps the best settings as those of the data set.
     *
     * @throws io.loanflow.tracking.TrackingException if MLflow does not answer
     */
    public TuningResult conclude(TuningOutcome outcome) {
        TrackedRun run = ledger.run(outcome.tuningRunId());
        return ledger.result(run).orElseGet(() -> conclude(outcome, run));
    }

    private TuningResult conclude(TuningOutcome outcome, TrackedRun run) {
        TuningResult result = new TuningResult(
                outcome.settings(),
                outcome.best(),
                outcome.before(),
                outcome.scores().size(),
                false,
                outcome.order().run(),
                run.page(),
                (System.currentTimeMillis() - run.startMillis()) / 1000.0);
        Parameters before =
                datasets.definition(outcome.order().load().dataset()).parameters();
        ledger.conclude(run, outcome, result, before);
        LOG.info(
                "Tuned {}: log loss {} instead of {}",
                outcome.order().load().dataset(),
                outcome.best().logLoss(),
                outcome.before().logLoss());
        return result;
    }
}
