package io.loanflow.contracts.dataset;

import io.loanflow.contracts.dataset.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a filter apart into its words. */
final class FilterTokens {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]*");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?![\\p{L}\\p{N}_.])");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][+-]?\\d+)?(?![\\p{L}\\p{N}_.])");
    private static final Pattern SYMBOL = Pattern.compile("!=|<=|>=|[=<>(),]");

    private final String filter;
    private final List<FilterToken> tokens = new ArrayList<>();
    private int at;

    private FilterTokens(String filter) {
        this.filter = filter;
    }

    /** The words, and at last the end. */
    static List<FilterToken> of(String filter) throws FilterSyntaxException {
        FilterTokens tokens = new FilterTokens(filter);
        while (tokens.at < filter.length()) {
            tokens.next();
        }
        tokens.add(Kind.END, "", filter.length());
        return tokens.tokens;
    }

    private void next() throws FilterSyntaxException {
        char first = filter.charAt(at);
        if (first == '"' || first == '\'') {
            quoted(first, Kind.TEXT);
        } else if (first == '`') {
            quoted(first, Kind.NAME);
        } else if (!skips(BLANKS)
                && !takes(WORD, Kind.WORD)
                && !takes(DATE, Kind.DATE)
                && !takes(NUMBER, Kind.NUMBER)
                && !takes(SYMBOL, Kind.SYMBOL)) {
            throw new FilterSyntaxException(at + 1, unreadable());
        }
    }

    private String unreadable() {
        char first = filter.charAt(at);
        if (Character.isDigit(first) || first == '-' || first == '+' || first == '.') {
            return "begins no number such as 0.5 or 1000 and no date such as 2015-12-31; a text stands in quotes, and there"
                    + " is no arithmetic";
        }
        return "\"" + Character.toString(filter.codePointAt(at))
                + "\" means nothing here; a text stands in quotes, and what there is are = != < <= > >= and, or, not, in (…),"
                + " is missing";
    }

    private boolean skips(Pattern pattern) {
        Matcher matcher = at(pattern);
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        return true;
    }

    private boolean takes(Pattern pattern, Kind kind) {
        int from = at;
        if (!skips(pattern)) {
            return false;
        }
        add(kind, filter.substring(from, at), from);
        return true;
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(filter).region(at, filter.length()).useTransparentBounds(true);
    }

    /** A quote inside is doubled. */
    private void quoted(char quote, Kind kind) throws FilterSyntaxException {
        int from = at;
        StringBuilder text = new StringBuilder();
        while (true) {
            int end = filter.indexOf(quote, at + 1);
            if (end < 0) {
                throw new FilterSyntaxException(from + 1, "this quote is never closed");
            }
            text.append(filter, at + 1, end);
            at = end + 1;
            if (at == filter.length() || filter.charAt(at) != quote) {
                add(kind, text.toString(), from);
                return;
            }
            text.append(quote);
        }
    }

    private void add(Kind kind, String text, int from) {
        tokens.add(new FilterToken(kind, text, from + 1));
    }
}
