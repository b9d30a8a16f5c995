package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ChampionMove;
import org.jspecify.annotations.Nullable;

/**
 * @param back whether the move is taken back
 * @param cause for the ledger; null in the history of a workflow that began before there was one
 */
public record ChampionOrder(
        ChampionMove move, boolean back, @Nullable ReleaseCause cause) {

    String dataset() {
        return move.to().name();
    }

    /** For people. */
    String summary() {
        return back
                ? "Take version " + move.to().version() + " of " + dataset() + " back"
                : "Make version " + move.to().version() + " of " + dataset() + " the champion";
    }
}
