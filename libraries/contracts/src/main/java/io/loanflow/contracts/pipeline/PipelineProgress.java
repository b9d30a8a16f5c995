package io.loanflow.contracts.pipeline;

import java.util.List;

/** @param stages all of them, in order */
public record PipelineProgress(String dataset, List<StageProgress> stages) {}
