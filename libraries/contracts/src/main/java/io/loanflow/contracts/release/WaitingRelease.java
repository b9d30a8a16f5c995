package io.loanflow.contracts.release;

import io.loanflow.contracts.execution.PipelineRun;

/**
 * A release that waits for a person's word.
 *
 * @param release its workflow
 */
public record WaitingRelease(PipelineRun release, AwaitedApproval awaited) {}
