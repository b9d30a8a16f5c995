package io.loanflow.serving.web;

import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.replay.Replay;
import java.util.UUID;

/**
 * A decision that was made again.
 *
 * @param model that decided, both times
 * @param equal whether all came out the same, numbers to their last bit
 * @param decided what was answered
 * @param replayed what comes out now
 */
record ReplayDescription(
        UUID decisionId,
        ModelVersionRef model,
        boolean equal,
        VerdictDescription decided,
        VerdictDescription replayed) {

    static ReplayDescription of(Replay replay) {
        return new ReplayDescription(
                replay.decision().id(),
                replay.decision().model(),
                replay.isEqual(),
                VerdictDescription.of(replay.decision().verdict()),
                VerdictDescription.of(replay.replayed()));
    }
}
