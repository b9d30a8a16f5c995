package io.loanflow.contracts.dataset;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands for the missing values of a column, and for its rare categories. */
final class FillReader {

    private static final Map<String, Fill.By> LEARNT =
            Map.of("median", Fill.By.MEDIAN, "mean", Fill.By.MEAN, "indicator", Fill.By.INDICATOR);

    private FillReader() {}

    static Fill read(DefinitionNode node, Column column) {
        DefinitionNode fill = node.optional("fill");
        DefinitionNode other = node.optional("other");
        OtherCategories rare = rare(other, column);
        if (fill == null || !isFillable(fill, column)) {
            return new Fill(Fill.By.MEDIAN, null, rare);
        }
        Fill.By learnt = LEARNT.get(fill.text());
        if (learnt == null) {
            return new Fill(Fill.By.VALUE, value(fill, column), rare);
        }
        if (learnt == Fill.By.MEAN && !column.type().isNumeric()) {
            fill.problem("an order of categories has no mean; must be median, indicator or " + column.allowed());
        }
        return new Fill(learnt, null, rare);
    }

    private static boolean isFillable(DefinitionNode node, Column column) {
        boolean oneNumber = column.type().isNumeric() || column.encoding() == ColumnEncodingRule.ORDINAL;
        if (column.role() != ColumnRole.FEATURE || !column.missingAllowed()) {
            node.problem("only a feature with missing-allowed: true has missing values to fill; remove it");
        } else if (!oneNumber) {
            node.problem(
                    "only a number and a column with encoding ordinal are filled; with one-hot a missing value is all"
                            + " zeros, with frequency it is -1: remove it");
        }
        return oneNumber;
    }

    private static @Nullable String value(DefinitionNode node, Column column) {
        if (column.type().isNumeric()) {
            double number = node.number(-Double.MAX_VALUE, Double.MAX_VALUE);
            if (!column.allows(number)) {
                node.problem("must be median, mean, indicator or " + column.allowed());
            }
            return String.valueOf(number);
        }
        if (!column.allows(node.text())) {
            node.problem("is \"" + Excerpts.text(node.text()) + "\"; must be median, indicator or " + column.allowed());
        }
        return node.text();
    }

    private static @Nullable OtherCategories rare(@Nullable DefinitionNode node, Column column) {
        if (node == null) {
            boolean learnt = column.isOpen() && column.encoding() == ColumnEncodingRule.ONE_HOT;
            return learnt ? OtherCategories.STANDARD : null;
        }
        if (column.role() != ColumnRole.FEATURE
                || column.type() != ColumnType.NOMINAL
                || column.encoding() != ColumnEncodingRule.ONE_HOT) {
            node.problem("only a nominal feature with encoding one-hot has a feature for other categories; remove it");
        }
        if (column.categories().contains("other")) {
            node.problem("there is a category \"other\", whose feature would have the same name; rename it by map");
        }
        node.allowKeys("below", "most");
        DefinitionNode below = column.isOpen() ? node.optional("below") : node.required("below");
        DefinitionNode most = node.optional("most");
        return new OtherCategories(
                below == null ? null : below.number(0, 1),
                most == null ? OtherCategories.MOST : (int) most.wholeNumber(1, OtherCategories.MOST));
    }
}
