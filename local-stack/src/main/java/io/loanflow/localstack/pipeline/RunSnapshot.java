package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.PipelineProgress;
import io.loanflow.contracts.pipeline.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands at a moment.
 *
 * @param open whether it has not ended
 * @param progress null while no worker answers
 * @param tuning what a tuning that is under way says of itself; null where there is none
 * @param activities those that were scheduled and have not ended
 */
public record RunSnapshot(
        boolean open,
        @Nullable PipelineProgress progress,
        @Nullable String tuning,
        List<ActivityView> activities) {

    /** Whether the run has that stage. */
    public boolean tunes() {
        return progress != null && progress.stages().stream().anyMatch(stage -> stage.stage() == Stage.TUNE);
    }
}
