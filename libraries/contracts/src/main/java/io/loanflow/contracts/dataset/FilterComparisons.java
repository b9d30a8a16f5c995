package io.loanflow.contracts.dataset;

import io.loanflow.contracts.dataset.FilterToken.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tests of comparisons, and checks that what is compared is of a kind. */
final class FilterComparisons {

    private final List<Column> columns;
    private final Consumer<String> problems;

    FilterComparisons(List<Column> columns, Consumer<String> problems) {
        this.columns = columns;
        this.problems = problems;
    }

    /** The column's name, which is reported if there is no such column. */
    String nameOf(FilterToken token) {
        column(token);
        return token.text();
    }

    RowTest compared(FilterToken name, Comparison comparison, FilterToken value) {
        Column column = column(name);
        if (column == null) {
            return nothing();
        }
        boolean isColumn = value.kind() == Kind.NAME || (value.kind() == Kind.WORD && find(value.text()) != null);
        if (isColumn) {
            return comparedColumns(column, comparison, value);
        }
        if (comparison.isOfSameness()) {
            return among(name, List.of(value), comparison == Comparison.UNEQUAL);
        }
        if (column.type() == ColumnType.ORDINAL) {
            int place = place(column, value);
            return place < 0 ? nothing() : new RowTest.Compared(column.name(), comparison, place);
        }
        if (!isNumberOrDate(column)) {
            problem(
                    name,
                    column.name() + " is " + written(column)
                            + ", whose values have no order; compare it by =, != or in (…)");
            return nothing();
        }
        OptionalDouble number = number(column, value);
        return number.isEmpty() ? nothing() : new RowTest.Compared(column.name(), comparison, number.getAsDouble());
    }

    RowTest among(FilterToken name, List<FilterToken> values, boolean negated) {
        Column column = column(name);
        if (column == null) {
            return nothing();
        }
        if (isNumberOrDate(column)) {
            Set<Double> numbers = new HashSet<>();
            values.forEach(value -> number(column, value).ifPresent(numbers::add));
            return new RowTest.AmongNumbers(column.name(), numbers, negated);
        }
        values.forEach(value -> checkText(column, value, negated));
        return new RowTest.AmongTexts(
                column.name(), values.stream().map(FilterToken::text).collect(Collectors.toSet()), negated);
    }

    private RowTest comparedColumns(Column column, Comparison comparison, FilterToken value) {
        Column other = column(value);
        if (other == null) {
            return nothing();
        }
        boolean numbers = column.type().isNumeric() && other.type().isNumeric();
        boolean dates = column.type() == ColumnType.DATE && other.type() == ColumnType.DATE;
        if (!numbers && !dates) {
            problem(
                    value,
                    column.name() + " is " + written(column) + " and " + other.name() + " is " + written(other)
                            + "; only two numbers or two dates can be compared");
        } else if (column.unit() != null
                && other.unit() != null
                && !column.unit().equals(other.unit())) {
            problem(
                    value,
                    column.name() + " is in " + column.unit() + " and " + other.name() + " in " + other.unit()
                            + "; only numbers of the same unit can be compared");
        }
        return new RowTest.ComparedColumns(column.name(), comparison, other.name());
    }

    private OptionalDouble number(Column column, FilterToken value) {
        if (column.type() == ColumnType.DATE) {
            return day(column, value);
        }
        if (value.kind() != Kind.NUMBER) {
            wrongValue(column, value, column.type() == ColumnType.INTEGER ? "a whole number" : "a number");
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(value.text()) + 0.0; // one zero
        if (Double.isInfinite(number)) {
            wrongValue(column, value, "a number of at most " + Double.MAX_VALUE);
            return OptionalDouble.empty();
        }
        if (column.type() == ColumnType.INTEGER
                && (number != Math.rint(number) || Math.abs(number) >= ColumnReader.LARGEST_WHOLE)) {
            wrongValue(column, value, "a whole number below " + ColumnReader.LARGEST_WHOLE);
        }
        return OptionalDouble.of(number);
    }

    private OptionalDouble day(Column column, FilterToken value) {
        OptionalDouble day = value.kind() != Kind.DATE
                ? OptionalDouble.empty()
                : new DatePattern(DatePattern.ISO)
                        .parse(value.text()).stream()
                                .mapToDouble(date -> (double) date.toEpochDay())
                                .findFirst();
        if (day.isEmpty()) {
            wrongValue(column, value, "a date such as 2015-12-31, without quotes");
        }
        return day;
    }

    private int place(Column column, FilterToken value) {
        int place = value.kind() == Kind.TEXT ? column.categories().indexOf(value.text()) : -1;
        if (place < 0) {
            wrongValue(column, value, "in quotes, " + column.allowed());
        }
        return place;
    }

    /** A text that is no category may be named to leave out its rows; to keep them would only set them aside. */
    private void checkText(Column column, FilterToken value, boolean negated) {
        if (value.kind() != Kind.TEXT) {
            boolean isWord = value.kind() == Kind.WORD;
            wrongValue(
                    column,
                    value,
                    value.isWord("missing")
                            ? "a text in quotes; a missing value is meant by: is missing"
                            : "a text in quotes: \"" + Excerpts.text(value.text()) + "\""
                                    + (isWord ? ", or a column" : ""));
            return;
        }
        String mapped = column.source().map().get(value.text());
        if (column.type().isCategorical() && !column.allows(value.text()) && mapped != null) {
            wrongValue(column, value, "\"" + Excerpts.text(mapped) + "\", which is what the file's text is mapped to");
        } else if (column.type().isCategorical() && !negated && !column.allows(value.text())) {
            wrongValue(column, value, column.allowed() + ", since rows with another value are not stored");
        }
    }

    private void wrongValue(Column column, FilterToken value, String allowed) {
        problem(
                value,
                "is " + value.named() + ", and " + column.name() + " is " + written(column) + "; must be " + allowed);
    }

    private @Nullable Column column(FilterToken token) {
        Column column = find(token.text());
        if (column == null) {
            problem(
                    token,
                    "there is no column " + Excerpts.text(token.text())
                            + "; a filter is about columns of the definition, which may have the role ignored: "
                            + Excerpts.list(columns.stream().map(Column::name).toList()));
        }
        return column;
    }

    private @Nullable Column find(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void problem(FilterToken token, String problem) {
        problems.accept(FilterSyntaxException.place(token.at()) + problem);
    }

    private static boolean isNumberOrDate(Column column) {
        return column.type().isNumeric() || column.type() == ColumnType.DATE;
    }

    private static String written(Column column) {
        return DefinitionNode.written(column.type());
    }

    /** Stands in for what was reported. */
    private static RowTest nothing() {
        return new RowTest.All(List.of());
    }
}
