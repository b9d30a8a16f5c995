package io.loanflow.worker.pipeline;

import io.temporal.workflow.SignalMethod;

/** What a run hears of the release that it started. */
public interface ReleaseListener {

    String SIGNAL = "releaseWaits";

    /** It waits for a person, which may take days: other runs of the data set need not. */
    @SignalMethod(name = SIGNAL)
    void releaseWaits(String line);
}
