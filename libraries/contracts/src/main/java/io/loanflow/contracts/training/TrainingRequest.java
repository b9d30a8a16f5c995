package io.loanflow.contracts.training;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DatasetRef;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a model from batches, logged and registered.
 *
 * @param split how the load was split into the batches' two parts, so that the run can say it
 * @param parts of the model that were grown before; null for a model that is to be fitted whole
 */
public record TrainingRequest(
        DatasetRef load,
        FeatureBatches batches,
        PreprocessingSettings split,
        TrainingSettings settings,
        PipelineRun run,
        @Nullable List<ModelPart> parts) {

    /** The same with these settings and parts. */
    public TrainingRequest with(TrainingSettings others, @Nullable List<ModelPart> grown) {
        return new TrainingRequest(load, batches, split, others, run, grown);
    }
}
