package io.loanflow.contracts.dataset;

import io.loanflow.contracts.dataset.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a filter of rows: comparisons, {@code in (…)} and {@code is missing} of columns, joined by {@code not}, {@code and} and {@code or},
 * of which the first binds closest. What is negated is read as the negation of its parts, by De Morgan's laws.
 */
final class FilterReader {

    /** Characters. */
    static final int LONGEST = 10_000;

    /** Parentheses and negations in each other, far below what the stack holds. */
    private static final int DEEPEST = 50;

    private final List<FilterToken> tokens;
    private final FilterComparisons comparisons;
    private int next;
    private int depth;

    private FilterReader(List<FilterToken> tokens, FilterComparisons comparisons) {
        this.tokens = tokens;
        this.comparisons = comparisons;
    }

    /** @param node the filter's text; problems are added to it with the character that they are at */
    static RowFilter read(DefinitionNode node, List<Column> columns) {
        String where = node.text();
        RowFilter none = new RowFilter(where, new RowTest.All(List.of()));
        if (where.length() > LONGEST) {
            node.problem("has " + where.length() + " characters; at most " + LONGEST
                    + " are read. Make a column of what many values have in common");
            return none;
        }
        try {
            FilterReader reader =
                    new FilterReader(FilterTokens.of(where), new FilterComparisons(columns, node::problem));
            return where.isEmpty() ? none : new RowFilter(where, reader.whole());
        } catch (FilterSyntaxException e) {
            node.problem(String.valueOf(e.getMessage()));
            return none;
        }
    }

    private RowTest whole() throws FilterSyntaxException {
        RowTest test = either(false);
        if (token().kind() != Kind.END) {
            throw unexpected("and, or or the end");
        }
        return test;
    }

    private RowTest either(boolean negated) throws FilterSyntaxException {
        return joined("or", negated ? RowTest.All::new : RowTest.Any::new, negated);
    }

    private RowTest both(boolean negated) throws FilterSyntaxException {
        return joined("and", negated ? RowTest.Any::new : RowTest.All::new, negated);
    }

    private RowTest joined(String word, Function<List<RowTest>, RowTest> joining, boolean negated)
            throws FilterSyntaxException {
        boolean isOr = word.equals("or");
        List<RowTest> tests = new ArrayList<>();
        tests.add(isOr ? both(negated) : single(negated));
        while (token().isWord(word)) {
            next++;
            tests.add(isOr ? both(negated) : single(negated));
        }
        return tests.size() == 1 ? tests.get(0) : joining.apply(tests);
    }

    private RowTest single(boolean negated) throws FilterSyntaxException {
        FilterToken token = token();
        if (!token.isWord("not") && !token.isSymbol("(")) {
            return about(negated);
        }
        if (++depth > DEEPEST) {
            throw new FilterSyntaxException(
                    token.at(), "is nested more than " + DEEPEST + " deep; take away parentheses that are not needed");
        }
        next++;
        RowTest test;
        if (token.isWord("not")) {
            test = single(!negated);
        } else {
            test = either(negated);
            take(")");
        }
        depth--;
        return test;
    }

    /** What is said of one column. */
    private RowTest about(boolean negated) throws FilterSyntaxException {
        FilterToken column = token();
        if (column.kind() != Kind.WORD && column.kind() != Kind.NAME) {
            throw unexpected("the name of a column");
        }
        next++;
        FilterToken verb = token();
        next++;
        if (verb.isWord("is")) {
            return isMissing(column, negated);
        }
        if (verb.isWord("in")) {
            return comparisons.among(column, list(), negated);
        }
        if (verb.isWord("not") && token().isWord("in")) {
            next++;
            return comparisons.among(column, list(), !negated);
        }
        Comparison comparison =
                verb.kind() == Kind.SYMBOL ? Comparison.of(verb.text()).orElse(null) : null;
        if (comparison == null) {
            next--;
            throw unexpected("= != < <= > >=, in (…), not in (…) or is missing after a column");
        }
        FilterToken value = value();
        return comparisons.compared(column, negated ? comparison.negated() : comparison, value);
    }

    private RowTest isMissing(FilterToken column, boolean negated) throws FilterSyntaxException {
        boolean isNot = token().isWord("not");
        next += isNot ? 1 : 0;
        if (!token().isWord("missing")) {
            throw unexpected("missing");
        }
        next++;
        return new RowTest.Missing(comparisons.nameOf(column), isNot != negated);
    }

    private List<FilterToken> list() throws FilterSyntaxException {
        List<FilterToken> values = new ArrayList<>();
        take("(");
        values.add(value());
        while (token().isSymbol(",")) {
            next++;
            values.add(value());
        }
        take(")");
        return values;
    }

    private FilterToken value() throws FilterSyntaxException {
        FilterToken value = token();
        if (value.kind() == Kind.SYMBOL || value.kind() == Kind.END) {
            throw unexpected("a number, a date such as 2015-12-31, a text in quotes or a column");
        }
        next++;
        return value;
    }

    private void take(String symbol) throws FilterSyntaxException {
        if (!token().isSymbol(symbol)) {
            throw unexpected(symbol);
        }
        next++;
    }

    private FilterToken token() {
        return tokens.get(next);
    }

    private FilterSyntaxException unexpected(String wanted) {
        return new FilterSyntaxException(token().at(), "is " + token().named() + "; must be " + wanted);
    }
}
