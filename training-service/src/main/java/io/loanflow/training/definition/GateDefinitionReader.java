package io.loanflow.training.definition;

import io.loanflow.contracts.dataset.DefinitionNode;
import io.loanflow.training.definition.GateDefinition.Bounds;
import io.loanflow.training.definition.GateDefinition.Evidence;
import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.definition.GateDefinition.Limits;
import io.loanflow.training.definition.GateDefinition.Safeguards;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the gate of a {@code training.yaml}. */
final class GateDefinitionReader {

    private static final int MOST_ROWS = 1_000_000;
    /** In nats: of a model that says 1 in 22,000 of what happens half of the time. */
    private static final double MOST_LOG_LOSS = 5;

    private static final double MOST_MEGABYTES = 100_000;
    private static final double MOST_MILLISECONDS = 60_000;
    private static final double SMALLEST = 0.0001;

    private final DefinitionNode node;

    private GateDefinitionReader(DefinitionNode node) {
        this.node = node;
    }

    static GateDefinition read(@Nullable DefinitionNode node) {
        if (node == null) {
            return GateDefinition.DEFAULTS;
        }
        node.allowKeys(
                "floor",
                "leak-ceiling",
                "tolerance",
                "margin",
                "log-loss-tolerance",
                "log-loss-margin",
                "confidence",
                "least-of-each-label",
                "sure-gain",
                "group-margin",
                "calibration-margin",
                "selection-rate-ratio",
                "equal-opportunity-difference",
                "most-megabytes",
                "most-milliseconds");
        return new GateDefinitionReader(node).read(GateDefinition.DEFAULTS);
    }

    private GateDefinition read(GateDefinition defaults) {
        return new GateDefinition(
                bounds(defaults.bounds()),
                new Leeway(
                        number("tolerance", 0, 0.5, defaults.auc().tolerance()),
                        number("margin", 0, 0.5, defaults.auc().margin())),
                new Leeway(
                        number(
                                "log-loss-tolerance",
                                0,
                                MOST_LOG_LOSS,
                                defaults.logLoss().tolerance()),
                        number(
                                "log-loss-margin",
                                0,
                                MOST_LOG_LOSS,
                                defaults.logLoss().margin())),
                evidence(defaults.evidence()),
                safeguards(defaults.safeguards()),
                limits(defaults.limits()));
    }

    private Bounds bounds(Bounds defaults) {
        return new Bounds(
                number("floor", 0.5, 1, defaults.floor()), number("leak-ceiling", 0.5, 1, defaults.leakCeiling()));
    }

    private Evidence evidence(Evidence defaults) {
        DefinitionNode least = node.optional("least-of-each-label");
        DefinitionNode gain = node.optional("sure-gain");
        SureGain sureGain = gain == null ? defaults.sureGain() : gain.oneOf(List.of(SureGain.values()));
        return new Evidence(
                number("confidence", 0.5, 0.9999, defaults.confidence()),
                least == null ? defaults.leastOfEachLabel() : (int) least.wholeNumber(2, MOST_ROWS),
                sureGain == null ? defaults.sureGain() : sureGain);
    }

    private Safeguards safeguards(Safeguards defaults) {
        return new Safeguards(
                number("group-margin", 0, MOST_LOG_LOSS, defaults.group()),
                number("calibration-margin", 0, 1, defaults.calibration()),
                number("selection-rate-ratio", 0, 1, defaults.selectionRateRatio()),
                number("equal-opportunity-difference", 0, 1, defaults.equalOpportunityDifference()));
    }

    private Limits limits(Limits defaults) {
        return new Limits(
                number("most-megabytes", SMALLEST, MOST_MEGABYTES, defaults.megabytes()),
                number("most-milliseconds", SMALLEST, MOST_MILLISECONDS, defaults.milliseconds()));
    }

    private double number(String key, double from, double to, double otherwise) {
        DefinitionNode given = node.optional(key);
        return given == null ? otherwise : given.number(from, to);
    }
}
