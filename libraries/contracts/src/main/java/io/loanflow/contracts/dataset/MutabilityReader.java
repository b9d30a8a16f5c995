package io.loanflow.contracts.dataset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whether a person may change a column, and which way: true, or up, down or any. */
final class MutabilityReader {

    private MutabilityReader() {}

    static @Nullable Mutability read(@Nullable DefinitionNode node, ColumnType type, ColumnRole role) {
        if (node == null || node.text().equals("false")) {
            return null;
        }
        if (role != ColumnRole.FEATURE) {
            node.problem("only a column with role feature moves a decision; remove it");
        }
        if (node.text().equals("true")) {
            return Mutability.ANY;
        }
        return node.oneOf(type.isOrdered() ? List.of(Mutability.values()) : List.of(Mutability.ANY));
    }
}
