package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.PipelineProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands at a moment.
 *
 * @param open whether it has not ended
 * @param progress null while no worker answers
 * @param activities those that were scheduled and have not ended
 */
public record RunSnapshot(boolean open, @Nullable PipelineProgress progress, List<ActivityView> activities) {}
