package io.loanflow.serving.replay;

import io.loanflow.serving.decision.Decision;

/**
 * A decision that was made again.
 *
 * @param replayed what the stored version says of the stored record now
 */
public record Replay(Decision decision, Decision.Verdict replayed) {

    /** Whether all of it came out the same, numbers to their last bit. */
    public boolean isEqual() {
        // A record compares its doubles by their bits.
        return decision.verdict().equals(replayed);
    }
}
