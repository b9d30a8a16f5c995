package io.loanflow.ingestion.page;

import io.loanflow.ingestion.ledger.LoadState;
import io.loanflow.ingestion.ledger.LoadSummary;
import io.loanflow.web.page.Texts;

/** A load in words. */
record LoadLine(
        long id,
        String dataset,
        String file,
        String origin,
        String outcome,
        String colour,
        String read,
        String stored,
        String aside,
        String begun) {

    static LoadLine of(LoadSummary load) {
        return new LoadLine(
                load.id(),
                load.dataset(),
                load.fileName(),
                origin(load),
                load.outcome(),
                colour(load),
                Texts.count(load.rowsRead()),
                Texts.count(load.rowsStored()),
                Texts.count(load.rowsQuarantined()),
                Texts.time(load.createdAt()));
    }

    private static String origin(LoadSummary load) {
        return switch (load.origin()) {
            case FILE -> "a file";
            case DOWNLOAD -> "the published file";
            case OUTCOMES -> "decisions and what became of them";
            case SYNTHETIC -> "made up by a generator";
        };
    }

    private static String colour(LoadSummary load) {
        if (load.state() == LoadState.COMPLETE) {
            return load.rowsQuarantined() == 0 ? "good" : "warn";
        }
        return load.state() == LoadState.LOADING ? "warn" : "bad";
    }
}
