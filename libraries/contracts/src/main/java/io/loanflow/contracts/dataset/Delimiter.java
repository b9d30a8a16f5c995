package io.loanflow.contracts.dataset;

/** What stands between the fields of a line. */
public enum Delimiter {
    COMMA(",", ','),
    SEMICOLON(";", ';'),
    TAB("tab", '\t'),
    PIPE("|", '|'),
    /** One or more blanks or tabs; those at the ends of a line separate nothing. */
    BLANKS("blanks", ' ');

    private final String written;
    private final char character;

    Delimiter(String written, char character) {
        this.written = written;
        this.character = character;
    }

    /** How a definition says it. */
    public String written() {
        return written;
    }

    /** What is put between fields where a line is written. */
    public char character() {
        return character;
    }
}
