package io.loanflow.worker.input;

import io.loanflow.contracts.failure.FailureTypes;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.failure.ApplicationFailure;

/**
 * Fails a workflow whose input is refused: otherwise Temporal would try to read it again for ever. It sees only what is read while the
 * workflow is made, so a workflow with input needs a constructor marked {@link io.temporal.workflow.WorkflowInit} that takes it.
 */
final class InputRefusal extends WorkerInterceptorBase {

    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
        return new WorkflowInboundCallsInterceptorBase(next) {
            @Override
            public void init(WorkflowOutboundCallsInterceptor outboundCalls) {
                try {
                    super.init(outboundCalls);
                } catch (InputInvalidException refused) {
                    throw ApplicationFailure.newNonRetryableFailure(
                            refused.getMessage(), FailureTypes.SETTINGS_INVALID);
                }
            }
        };
    }
}
