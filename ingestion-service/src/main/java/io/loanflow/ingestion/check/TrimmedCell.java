package io.loanflow.ingestion.check;

import io.loanflow.ingestion.expectation.Row;

/** A field whose blanks at the ends are none of its own. */
final class TrimmedCell implements CellParser {

    private final int column;
    private final CellParser parser;

    TrimmedCell(int column, CellParser parser) {
        this.column = column;
        this.parser = parser;
    }

    @Override
    public void parse(char[] buffer, int from, int length, Row row) {
        int begin = from;
        int end = from + length;
        while (begin < end && isBlank(buffer[begin])) {
            begin++;
        }
        while (begin < end && isBlank(buffer[end - 1])) {
            end--;
        }
        if (begin == end) {
            row.missing(column);
        } else {
            parser.parse(buffer, begin, end - begin, row);
        }
        if (end - begin < length) {
            row.written(column, new String(buffer, from, length));
        }
    }

    static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /** Every kind of blank, and the two characters that are none to see. */
    private static boolean isBlank(char character) {
        return character == ' '
                || character == '\t'
                || (character >= 0x80
                        && (Character.isSpaceChar(character) || character == '\u200b' || character == '\ufeff'));
    }
}
