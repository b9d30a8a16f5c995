package io.loanflow.contracts.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how one column of a definition becomes features, and what a model may learn from it. */
final class ColumnEncodingReader {

    /** More categories than this are never one feature each. */
    private static final int MOST_ONE_HOT = 64;

    private ColumnEncodingReader() {}

    static ColumnEncodingRule encoding(
            @Nullable DefinitionNode node, ColumnType type, ColumnRole role, int categories) {
        List<ColumnEncodingRule> allowed = allowedEncodings(type, categories);
        if (node == null) {
            return allowed.get(0);
        }
        if (role != ColumnRole.FEATURE) {
            node.problem("only a column with role feature is encoded; remove it");
        }
        ColumnEncodingRule encoding = node.oneOf(allowed);
        return encoding == null ? allowed.get(0) : encoding;
    }

    /** The default first. */
    private static List<ColumnEncodingRule> allowedEncodings(ColumnType type, int categories) {
        boolean many = categories > MOST_ONE_HOT;
        return switch (type) {
            case REAL, INTEGER -> List.of(ColumnEncodingRule.AS_IS, ColumnEncodingRule.STANDARDISE);
            case NOMINAL ->
                many
                        ? List.of(ColumnEncodingRule.FREQUENCY)
                        : List.of(ColumnEncodingRule.ONE_HOT, ColumnEncodingRule.FREQUENCY);
            case ORDINAL, BOOLEAN ->
                many
                        ? List.of(ColumnEncodingRule.ORDINAL)
                        : List.of(ColumnEncodingRule.ORDINAL, ColumnEncodingRule.ONE_HOT);
            // Never asked for: such a column is no feature.
            case DATE, TEXT, IDENTIFIER -> List.of(ColumnEncodingRule.AS_IS);
        };
    }

    static @Nullable Monotonicity monotone(
            @Nullable DefinitionNode node, ColumnType type, ColumnRole role, ColumnEncodingRule encoding) {
        if (node == null) {
            return null;
        }
        if (role != ColumnRole.FEATURE || !type.isOrdered() || encoding == ColumnEncodingRule.ONE_HOT) {
            node.problem(
                    "only a feature that is a number, or an ordinal column with encoding ordinal, has an order that a model can"
                            + " keep; remove it");
        }
        return node.oneOf(List.of(Monotonicity.values()));
    }
}
