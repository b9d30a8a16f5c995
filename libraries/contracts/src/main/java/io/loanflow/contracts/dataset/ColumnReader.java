package io.loanflow.contracts.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one column of a definition and checks that its parts fit together. */
final class ColumnReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

    private static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    /** Whole numbers up to here are exact in a 64-bit float. */
    static final long LARGEST_WHOLE = 1L << 53;

    private static final Set<String> RESERVED = Set.of(BigTable.LOAD_ID, BigTable.ROW_NUMBER, BigTable.LOAD_ORIGIN);

    private ColumnReader() {}

    /** Null if type or role are not known, without which the rest cannot be judged. */
    static @Nullable Column read(DefinitionNode node) {
        node.allowKeys(
                "name",
                "description",
                "type",
                "role",
                "unit",
                "range",
                "categories",
                "bands",
                "missing-allowed",
                "encoding",
                "monotone",
                "mutable",
                "reasons",
                "from",
                "position",
                "map",
                "missing",
                "format",
                "fill",
                "other");
        ColumnType type = node.required("type").oneOf(List.of(ColumnType.values()));
        ColumnRole role = type == null ? null : role(node, type);
        if (type == null || role == null) {
            return null;
        }
        String name = name(node.required("name"));
        DefinitionNode description = node.optional("description");
        DefinitionNode missingAllowed = node.optional("missing-allowed");
        List<String> categories = CategoriesReader.read(node, type);
        boolean isOpen = type.isCategorical() && CategoriesReader.isAuto(node);
        if (isOpen) {
            CategoriesReader.requireLearnable(node, type, role);
        }
        ColumnEncodingRule encoding =
                ColumnEncodingReader.encoding(node.optional("encoding"), type, role, categories.size());
        Column column = new Column(
                name,
                description == null ? name : description.text(),
                type,
                role,
                unit(node.optional("unit"), type),
                range(node.optional("range"), type),
                categories,
                bands(node, type, role),
                missingAllowed != null && missingAllowed.truth(),
                encoding,
                ColumnEncodingReader.monotone(node.optional("monotone"), type, role, encoding),
                reasons(node, role, type.isOrdered() ? List.of(Column.LOW, Column.HIGH) : categories, isOpen),
                ColumnSourceReader.read(node, type, categories),
                Fill.MEDIAN,
                MutabilityReader.read(node.optional("mutable"), type, role),
                isOpen);
        checkTarget(node, column);
        checkBands(node, column);
        return column.with(FillReader.read(node, column));
    }

    /** Where it is not said, what is no feature names the row or is only stored. */
    private static @Nullable ColumnRole role(DefinitionNode column, ColumnType type) {
        DefinitionNode node = column.optional("role");
        boolean storedOnly = !type.isNumeric() && !type.isCategorical();
        if (node == null) {
            return !storedOnly
                    ? ColumnRole.FEATURE
                    : type == ColumnType.IDENTIFIER ? ColumnRole.IDENTIFIER : ColumnRole.IGNORED;
        }
        ColumnRole role = node.oneOf(List.of(ColumnRole.values()));
        if (role != null && storedOnly && role != ColumnRole.IDENTIFIER && role != ColumnRole.IGNORED) {
            node.problem("a column of type " + column.required("type").text()
                    + " is stored only; its role is identifier or ignored");
            return null;
        }
        return role;
    }

    private static String name(DefinitionNode node) {
        String name = node.matching(NAME, "a letter, then up to 62 of A-Z, a-z, 0-9 and _");
        if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
            node.problem("is \"" + name + "\", which the table uses itself; rename the column");
        }
        return name;
    }

    private static @Nullable String unit(@Nullable DefinitionNode node, ColumnType type) {
        if (node == null) {
            return null;
        }
        if (!type.isNumeric()) {
            node.problem("only a real or integer column has a unit; remove it");
        }
        return node.text();
    }

    private static @Nullable ValueRange range(@Nullable DefinitionNode node, ColumnType type) {
        if (node == null) {
            return null;
        }
        if (!type.isNumeric()) {
            node.problem("only a real or integer column has a range; list categories instead");
            return null;
        }
        List<DefinitionNode> limits = node.items();
        if (limits.size() != 2) {
            node.problem("must be two numbers, [smallest, largest]");
            return null;
        }
        double minimum = limit(limits.get(0), type);
        double maximum = limit(limits.get(1), type);
        if (minimum > maximum) {
            node.problem("is upside down; must be [smallest, largest]");
            return null;
        }
        return new ValueRange(minimum, maximum);
    }

    private static double limit(DefinitionNode node, ColumnType type) {
        return type == ColumnType.INTEGER
                ? node.wholeNumber(-LARGEST_WHOLE, LARGEST_WHOLE)
                : node.number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static @Nullable Bands bands(DefinitionNode column, ColumnType type, ColumnRole role) {
        DefinitionNode node = column.optional("bands");
        if (node == null) {
            if (type.isNumeric() && role == ColumnRole.PROTECTED) {
                column.problem(
                        "\"bands\" is missing: fairness is measured by group, so a protected number needs the lower"
                                + " edges of its groups, such as bands: [18, 25, 40, 62]");
            }
            return null;
        }
        if (!type.isNumeric() || role != ColumnRole.PROTECTED) {
            node.problem("only a real or integer column with role protected has bands; remove it");
            return null;
        }
        List<Double> edges =
                node.items().stream().map(item -> limit(item, type)).toList();
        for (int i = 1; i < edges.size(); i++) {
            if (edges.get(i - 1) >= edges.get(i)) {
                node.problem("must rise, each edge above the one before it");
                return null;
            }
        }
        return edges.isEmpty() ? null : new Bands(edges);
    }

    private static void checkBands(DefinitionNode node, Column column) {
        ValueRange range = column.range();
        if (column.bands() == null || range == null) {
            return;
        }
        for (double edge : column.bands().edges()) {
            if (!range.contains(edge)) {
                node.required("bands")
                        .problem("has the edge " + PlainNumber.text(edge) + ", outside the column's range from "
                                + PlainNumber.text(range.minimum()) + " to " + PlainNumber.text(range.maximum()));
            }
        }
    }

    private static Map<String, String> reasons(
            DefinitionNode column, ColumnRole role, List<String> keys, boolean isAnyKey) {
        DefinitionNode node = column.optional("reasons");
        Map<String, String> reasons = new LinkedHashMap<>();
        if (node == null) {
            return reasons;
        }
        if (role != ColumnRole.FEATURE) {
            node.problem("only a column with role feature is a reason; remove it");
            return reasons;
        }
        node.forEach((key, text) -> {
            if (isAnyKey || keys.contains(key)) {
                reasons.put(key, text.matching(REASON, "at most 200 characters on one line"));
            } else {
                text.problem("is no value that a reason can be about; allowed: " + Excerpts.list(keys));
            }
        });
        return reasons;
    }

    private static void checkTarget(DefinitionNode node, Column column) {
        if (column.role() != ColumnRole.TARGET) {
            return;
        }
        if (column.type() != ColumnType.BOOLEAN) {
            node.required("type")
                    .problem("the target must be boolean: two categories, one of which is the positive-label");
        }
        if (column.missingAllowed()) {
            node.required("missing-allowed").problem("a target may not be missing; set it to false or remove it");
        }
    }
}
