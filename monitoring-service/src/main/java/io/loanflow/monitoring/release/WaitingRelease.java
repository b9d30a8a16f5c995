package io.loanflow.monitoring.release;

import io.loanflow.contracts.release.AwaitedApproval;

/**
 * A release that waits for a person's word.
 *
 * @param workflowId of it
 */
public record WaitingRelease(String workflowId, AwaitedApproval awaited) {}
