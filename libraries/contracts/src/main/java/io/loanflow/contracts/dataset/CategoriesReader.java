package io.loanflow.contracts.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the categories of a column: those that are listed, or else those of its map. */
final class CategoriesReader {

    /** No control characters, no blanks at the ends: such a category could not be told from a typing error in a file. */
    private static final Pattern CATEGORY =
            Pattern.compile("[^\\p{Cntrl}\\s](?:[^\\p{Cntrl}]{0,253}[^\\p{Cntrl}\\s])?");

    private static final String AUTO = "auto";

    private CategoriesReader() {}

    /** Whether they are those that the training part has, rather than listed. */
    static boolean isAuto(DefinitionNode column) {
        DefinitionNode node = column.optional("categories");
        return node != null && node.isText() && node.text().equals(AUTO);
    }

    /** Records where there is nothing to learn them for. */
    static void requireLearnable(DefinitionNode column, ColumnType type, ColumnRole role) {
        DefinitionNode node = column.required("categories");
        if (type == ColumnType.ORDINAL || type == ColumnType.BOOLEAN) {
            node.problem("is auto, and an order of categories is not guessed; list them in their order");
        } else if (type == ColumnType.NOMINAL && role == ColumnRole.PROTECTED) {
            node.problem("is auto, and fairness is measured in groups that are known; list them");
        } else if (type == ColumnType.NOMINAL && role != ColumnRole.FEATURE) {
            node.problem("is auto, and nothing is learnt of a column with this role; give it the type text");
        }
    }

    static boolean isCategory(String text) {
        return CATEGORY.matcher(text).matches();
    }

    static List<String> read(DefinitionNode column, ColumnType type) {
        DefinitionNode node = column.optional("categories");
        List<String> categories = new ArrayList<>();
        if (!type.isCategorical()) {
            if (node != null) {
                node.problem("only a nominal, ordinal or boolean column has categories; "
                        + (type.isNumeric() ? "give a range instead" : "remove it"));
            }
            return categories;
        }
        if (isAuto(column)) {
            return categories;
        }
        if (node == null && column.optional("map") == null) {
            column.required("categories");
            return categories;
        }
        if (node == null) {
            return mapped(column.required("map"), type);
        }
        Set<String> seen = new HashSet<>();
        for (DefinitionNode item : node.items()) {
            String category = category(item);
            if (!category.isEmpty() && !seen.add(category)) {
                item.problem("\"" + Excerpts.text(category) + "\" is there twice; keep one");
            }
            categories.add(category);
        }
        requireTwo(node, type, categories);
        return categories;
    }

    /** Where categories are not listed, those that a map names, in its order. */
    private static List<String> mapped(DefinitionNode map, ColumnType type) {
        Set<String> categories = new LinkedHashSet<>();
        map.forEach((text, category) -> categories.add(category(category)));
        requireTwo(map, type, categories);
        return List.copyOf(categories);
    }

    static String category(DefinitionNode node) {
        return node.matching(CATEGORY, "at most 255 characters without control characters or blanks at the ends");
    }

    private static void requireTwo(DefinitionNode node, ColumnType type, Collection<String> categories) {
        if (type == ColumnType.BOOLEAN && !categories.isEmpty() && categories.size() != 2) {
            node.problem("has " + categories.size() + " categories; a boolean column has two: [false, true]");
        }
    }
}
