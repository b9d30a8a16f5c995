package io.loanflow.ingestion.expectation;

/** Values as they are shown to people. */
public final class Text {

    private static final int LONGEST = 100;

    private Text() {}

    /** Not longer than anybody reads; the row itself is kept in full elsewhere. */
    public static String cut(String value) {
        return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    }
}
