package io.loanflow.training.reproduction;

import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.reproduction.ReproductionAttempt;
import io.loanflow.contracts.reproduction.ReproductionPlan;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.contracts.training.TrainingRequest;
import io.loanflow.model.family.Parameters;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.training.definition.DatasetParameters;
import io.loanflow.training.fit.ModelMaker;
import io.loanflow.training.fit.ModelOrder;
import io.loanflow.training.fit.TrainedModel;
import io.loanflow.training.promotion.ReleaseCandidates;
import io.loanflow.training.rows.TrainingData;
import io.loanflow.training.rows.TrainingDataReader;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Trains a version again from what its run recorded. Logs and registers nothing. */
@Service
public class VersionReproduction {

    private final ReleaseCandidates candidates;
    private final MlflowRuns runs;
    private final TrainingDataReader reader;
    private final ModelMaker maker;
    private final RecordComparison comparison;

    VersionReproduction(
            ReleaseCandidates candidates,
            MlflowRuns runs,
            TrainingDataReader reader,
            ModelMaker maker,
            RecordComparison comparison) {
        this.candidates = candidates;
        this.runs = runs;
        this.reader = reader;
        this.maker = maker;
        this.comparison = comparison;
    }

    /**
     * @throws io.loanflow.training.promotion.VersionUnavailableException if there is no such version, or no pipeline made it
     * @throws io.loanflow.tracking.NotInTrackingException if its run is gone
     * @throws io.loanflow.model.family.SettingsInvalidException if this service does not know a family or a value any more
     */
    public ReproductionPlan plan(VersionRequest request) {
        ReleaseCandidate candidate = candidates.find(request);
        return new ReproductionPlan(
                candidate.version(),
                candidate.rows(),
                RecordedParameters.of(runs.parameters(candidate.version().runId()))
                        .settings());
    }

    /**
     * @param progress told while rows are read and trees grow; what it throws ends the work
     * @throws io.loanflow.featurebatches.FeatureBatchesLostException if the batches must be prepared again
     */
    public ReproductionResult trainAgain(ReproductionAttempt attempt, Consumer<RowProgress> progress) {
        ReproductionPlan plan = attempt.plan();
        PreprocessingRequest rows = plan.rows();
        Parameters parameters = DatasetParameters.complete(plan.settings());
        TrainingRequest request =
                new TrainingRequest(rows.load(), attempt.batches(), rows.settings(), plan.settings(), rows.run(), null);
        TrainingData data = reader.read(request, parameters, progress);
        TrainedModel model = maker.make(
                new ModelOrder(request, parameters, data), plan.version().runId(), progress);
        return comparison.with(plan.version(), model);
    }
}
