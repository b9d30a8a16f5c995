package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.PipelineRun;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a registered version and the rows that it is judged on.
 *
 * @param version null for the newest
 */
public record VersionRequest(String dataset, @Nullable Integer version, PipelineRun run) {}
