package io.loanflow.ingestion.ledger;

import org.jspecify.annotations.Nullable;

/** Texts no longer than the ledger's columns: what is made of many columns or of thousands of categories may be. */
final class LedgerText {

    /** Characters in a reason; the database counts up to four bytes for each. */
    static final int REASON = 16_000;

    /** Characters in the name of a column, or of several. */
    static final int COLUMN = 2_000;

    /** Characters in a path. */
    static final int PATH = 1_000;

    private LedgerText() {}

    /** Half a path leads nowhere. */
    static @Nullable String orNull(@Nullable String text, int longest) {
        return text == null || text.length() > longest ? null : text;
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
