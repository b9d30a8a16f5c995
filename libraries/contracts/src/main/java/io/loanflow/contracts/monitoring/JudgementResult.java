package io.loanflow.contracts.monitoring;

import java.util.List;

/** The windows that were judged now, the oldest of each version first; none where none has ended since. */
public record JudgementResult(List<JudgedWindowRef> windows) {

    public JudgementResult {
        windows = List.copyOf(windows);
    }
}
