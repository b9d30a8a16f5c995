package io.loanflow.worker.lease;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalExternalWorkflowException;

/** Signals to workflows that may be closed. */
public final class Signals {

    private Signals() {}

    /** False if the receiver is closed, or was never there. */
    public static boolean arrives(Runnable signal) {
        try {
            signal.run();
            return true;
        } catch (SignalExternalWorkflowException | ApplicationFailure closed) {
            // The SDK throws the one or the other.
            return false;
        }
    }
}
