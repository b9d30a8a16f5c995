package io.loanflow.monitoring.ledger;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A row of the ledger's table, whatever somebody has made of it. */
record KeptEntry(
        long number,
        String previous,
        String hash,
        String happening,
        String type,
        @Nullable String dataset,
        Instant happenedAt,
        String content) {

    /** Where somebody has made something else of the content, with what the columns say and no body. */
    LedgerEntry entry() {
        LedgerEntry entry = EntryContent.read(content, hash);
        return entry != null
                ? entry
                : new LedgerEntry(
                        number,
                        previous,
                        hash,
                        type,
                        "",
                        dataset,
                        happenedAt,
                        happenedAt,
                        JsonNodeFactory.instance.objectNode());
    }

    boolean hasItsHash() {
        return EntryContent.hash(content).equals(hash);
    }

    /** Whether the columns that entries are found by say what the content says. */
    boolean agrees() {
        LedgerEntry entry = EntryContent.read(content, hash);
        return entry != null
                && entry.number() == number
                && entry.previous().equals(previous)
                && entry.type().equals(type)
                && Ledger.happening(entry.key()).equals(happening)
                && Objects.equals(entry.dataset(), dataset)
                && entry.at().equals(happenedAt);
    }
}
