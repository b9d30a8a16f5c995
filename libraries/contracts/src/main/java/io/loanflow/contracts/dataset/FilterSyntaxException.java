package io.loanflow.contracts.dataset;

/** A filter that cannot be read any further. */
final class FilterSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param at the character it is about, from 1 */
    FilterSyntaxException(int at, String problem) {
        super(place(at) + problem);
    }

    static String place(int at) {
        return "at character " + at + ": ";
    }
}
