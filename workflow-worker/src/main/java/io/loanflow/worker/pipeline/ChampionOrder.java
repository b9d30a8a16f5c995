package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ChampionMove;

/** @param back whether the move is taken back */
public record ChampionOrder(ChampionMove move, boolean back) {

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
