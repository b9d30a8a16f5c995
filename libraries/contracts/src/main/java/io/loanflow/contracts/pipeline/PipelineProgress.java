package io.loanflow.contracts.pipeline;

import java.util.List;

/** @param stages those of the run, in order */
public record PipelineProgress(String dataset, List<StageProgress> stages) {}
