package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import org.jspecify.annotations.Nullable;

/** Reads the gate of a {@code training.yaml}. */
final class GateDefinitionReader {

    private static final int MOST_ROWS = 1_000_000;

    private GateDefinitionReader() {}

    static GateDefinition read(@Nullable DefinitionNode node) {
        GateDefinition defaults = GateDefinition.DEFAULTS;
        if (node == null) {
            return defaults;
        }
        node.allowKeys("floor", "tolerance", "margin", "confidence", "least-of-each-label");
        DefinitionNode least = node.optional("least-of-each-label");
        DefinitionNode floor = node.optional("floor");
        DefinitionNode tolerance = node.optional("tolerance");
        DefinitionNode margin = node.optional("margin");
        DefinitionNode confidence = node.optional("confidence");
        return new GateDefinition(
                floor == null ? defaults.floor() : floor.number(0.5, 1),
                tolerance == null ? defaults.tolerance() : tolerance.number(0, 0.5),
                margin == null ? defaults.margin() : margin.number(0, 0.5),
                confidence == null ? defaults.confidence() : confidence.number(0.5, 0.9999),
                least == null ? defaults.leastOfEachLabel() : (int) least.wholeNumber(2, MOST_ROWS));
    }
}
