package io.loanflow.ingestion.filter;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnType;
import io.loanflow.contracts.dataset.Comparison;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.RowTest;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes checkers of a filter's tests. */
final class RowCheckers {

    private final DatasetDefinition definition;

    RowCheckers(DatasetDefinition definition) {
        this.definition = definition;
    }

    RowChecker of(RowTest test) {
        if (test instanceof RowTest.All all) {
            return joined(all.tests(), Answer.FALSE, Answer.TRUE);
        }
        if (test instanceof RowTest.Any any) {
            return joined(any.tests(), Answer.TRUE, Answer.FALSE);
        }
        if (test instanceof RowTest.Missing missing) {
            int index = index(missing.column());
            return row -> Answer.of(row.isMissing(index) != missing.negated());
        }
        if (test instanceof RowTest.AmongTexts among) {
            return amongTexts(among);
        }
        if (test instanceof RowTest.AmongNumbers among) {
            int index = index(among.column());
            Set<Double> numbers = among.numbers();
            return readable(index, row -> Answer.of(numbers.contains(row.number(index) + 0.0) != among.negated()));
        }
        if (test instanceof RowTest.Compared compared) {
            int index = index(compared.column());
            Comparison comparison = compared.comparison();
            double with = compared.with();
            return readable(index, row -> Answer.of(comparison.holds(order(row.number(index), with))));
        }
        return comparedColumns((RowTest.ComparedColumns) test);
    }

    /**
     * @param decisive the answer of one that is the answer of all
     * @param otherwise the answer if each gives it; else it is unreadable where one is, or else unknown
     */
    private RowChecker joined(List<RowTest> tests, Answer decisive, Answer otherwise) {
        RowChecker[] checkers = tests.stream().map(this::of).toArray(RowChecker[]::new);
        return row -> {
            Answer joined = otherwise;
            for (RowChecker checker : checkers) {
                Answer answer = checker.of(row);
                if (answer == decisive) {
                    return decisive;
                }
                joined = answer.compareTo(joined) > 0 ? answer : joined;
            }
            return joined;
        };
    }

    private RowChecker amongTexts(RowTest.AmongTexts among) {
        int index = index(among.column());
        Set<String> texts = among.texts();
        boolean trim = definition.source().format().trim();
        return row -> {
            if (row.isMissing(index)) {
                return Answer.UNKNOWN;
            }
            if (row.isValid(index)) {
                return Answer.of(texts.contains(Objects.requireNonNull(row.values()[index])) != among.negated());
            }
            // A text that is nearly a category is meant as one, perhaps; any other that is none may be what is left
            // out.
            return row.flaw(index) != null
                    ? Answer.UNREADABLE
                    : Answer.of(texts.contains(trim ? row.text(index).strip() : row.text(index)) != among.negated());
        };
    }

    private RowChecker comparedColumns(RowTest.ComparedColumns compared) {
        int one = index(compared.column());
        int other = index(compared.with());
        Comparison comparison = compared.comparison();
        RowChecker checker = isWhole(one) && isWhole(other)
                ? row -> Answer.of(comparison.holds(Long.compare(row.whole(one), row.whole(other))))
                : row -> Answer.of(comparison.holds(order(row.number(one), row.number(other))));
        return readable(one, readable(other, checker));
    }

    private boolean isWhole(int index) {
        return definition.columns().get(index).type() == ColumnType.INTEGER;
    }

    private static RowChecker readable(int index, RowChecker checker) {
        return row -> row.isValid(index) ? checker.of(row) : row.isMissing(index) ? Answer.UNKNOWN : Answer.UNREADABLE;
    }

    /** There are two zeros, which are equal. */
    private static int order(double one, double other) {
        return one < other ? -1 : one > other ? 1 : 0;
    }

    private int index(String name) {
        Column column = definition.column(name);
        return definition.columns().indexOf(column);
    }
}
