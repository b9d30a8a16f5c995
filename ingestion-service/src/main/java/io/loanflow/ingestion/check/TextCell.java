package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;

/** A field of free text, or of what a row is called by. */
final class TextCell implements CellParser {

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final int column;
    private final int longest;

    /** @param longest in characters */
    TextCell(int column, int longest) {
        this.column = column;
        this.longest = longest;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        String text = new String(buffer, from, length);
        if (text.indexOf('\0') >= 0) {
            row.invalid(column, text, "has a NUL byte in it");
        } else if (length > longest) {
            row.invalid(column, text, "is longer than " + longest + " characters");
        } else {
            row.text(column, text, text, hash(text));
        }
    }

    /** Of 64 bits, so that two texts have the same by no chance worth a word. */
    static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 32;
        }
        return hash;
    }
}
