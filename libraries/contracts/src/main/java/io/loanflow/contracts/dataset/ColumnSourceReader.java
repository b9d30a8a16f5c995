package io.loanflow.contracts.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how one column of a definition stands in the file. */
final class ColumnSourceReader {

    private static final int MOST_COLUMNS = 100_000;
    private static final Pattern FROM = Pattern.compile("[^\\p{Cntrl}]{1,1000}");
    private static final List<ValueFormat.Kind> OF_NUMBERS =
            List.of(ValueFormat.Kind.PERCENT, ValueFormat.Kind.PERCENT_AS_SHARE, ValueFormat.Kind.CURRENCY);

    private ColumnSourceReader() {}

    static ColumnSource read(DefinitionNode column, ColumnType type, List<String> categories) {
        DefinitionNode from = column.optional("from");
        DefinitionNode position = column.optional("position");
        Map<String, String> map = map(column.optional("map"), type, categories, CategoriesReader.isAuto(column));
        return new ColumnSource(
                from == null ? null : from.matching(FROM, "at most 1,000 characters on one line"),
                position == null ? null : (int) position.wholeNumber(1, MOST_COLUMNS),
                map,
                missing(column.optional("missing"), map, categories),
                format(column.optional("format"), type));
    }

    private static Map<String, String> map(
            @Nullable DefinitionNode node, ColumnType type, List<String> categories, boolean isOpen) {
        Map<String, String> map = new LinkedHashMap<>();
        if (node == null) {
            return map;
        }
        if (!type.isCategorical()) {
            node.problem(
                    "only a nominal, ordinal or boolean column has texts that stand for its categories; remove it");
            return map;
        }
        node.forEach((text, category) -> {
            String meant = CategoriesReader.category(category);
            if (!meant.isEmpty() && !isOpen && !categories.contains(meant)) {
                category.problem("is \"" + Excerpts.text(meant) + "\"; must be one of " + Excerpts.list(categories));
            }
            if (text.isEmpty()) {
                category.problem("an empty field is a missing value, and stands for no category; remove it");
            }
            map.put(text, meant);
        });
        return map;
    }

    private static List<String> missing(
            @Nullable DefinitionNode node, Map<String, String> map, List<String> categories) {
        List<String> markers = TableFormatReader.markers(node);
        for (String marker : markers) {
            if (node != null && (map.containsKey(marker) || categories.contains(marker))) {
                node.problem("\"" + Excerpts.text(marker) + "\" is a category of the column too; keep one");
            }
        }
        return markers;
    }

    private static @Nullable ValueFormat format(@Nullable DefinitionNode node, ColumnType type) {
        if (node == null) {
            return null;
        }
        if (type == ColumnType.DATE) {
            return datePattern(node);
        }
        if (!type.isNumeric()) {
            node.problem("only a real or integer column and a date have a format; remove it");
            return null;
        }
        if (node.isText()) {
            ValueFormat.Kind kind = node.oneOf(OF_NUMBERS);
            return kind == null ? null : new ValueFormat(kind, "");
        }
        node.allowKeys("suffix");
        return new ValueFormat(ValueFormat.Kind.SUFFIX, node.required("suffix").text());
    }

    private static @Nullable ValueFormat datePattern(DefinitionNode node) {
        String pattern = node.text();
        try {
            if (!pattern.isEmpty()) {
                new DatePattern(pattern);
            }
        } catch (IllegalArgumentException e) {
            node.problem(e.getMessage() + "; write it as %d/%m/%Y or %b-%Y");
            return null;
        }
        return new ValueFormat(ValueFormat.Kind.DATE, pattern);
    }
}
