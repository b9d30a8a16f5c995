package io.loanflow.contracts.dataset;

/**
 * A word of a filter.
 *
 * @param text without the quotes of a text or a name
 * @param at the character it begins with, from 1
 */
record FilterToken(Kind kind, String text, int at) {

    enum Kind {
        /** A word without quotes: of the language, or a column. */
        WORD,
        /** A column in backquotes. */
        NAME,
        TEXT,
        NUMBER,
        DATE,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** What it is called in a message. */
    String named() {
        return switch (kind) {
            case END -> "the end";
            case TEXT -> "the text \"" + Excerpts.text(text) + "\"";
            default -> Excerpts.text(text);
        };
    }
}
