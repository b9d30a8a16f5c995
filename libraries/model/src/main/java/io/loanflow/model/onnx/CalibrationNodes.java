package io.loanflow.model.onnx;

import io.loanflow.model.calibration.Calibration;
import io.loanflow.model.calibration.IsotonicCalibration;
import io.loanflow.model.calibration.PlattScaling;
import io.loanflow.trees.onnx.Graph;
import io.loanflow.trees.onnx.LadderNodes;

/**
 * Makes a probability of a score: to the bit, but for Platt's curve, for which a runtime has a logarithm and an exponential of its own that
 * may differ in their last bits.
 */
final class CalibrationNodes {

    private final Graph graph;

    CalibrationNodes(Graph graph) {
        this.graph = graph;
    }

    /** A column of probabilities. */
    String probability(Calibration calibration, String score) {
        if (calibration instanceof PlattScaling platt) {
            return platt(platt, score);
        }
        return calibration instanceof IsotonicCalibration isotonic ? isotonic(isotonic, score) : score;
    }

    private String platt(PlattScaling platt, String score) {
        String clipped = graph.node(
                "Min", graph.number(1 - PlattScaling.CLIP), graph.node("Max", graph.number(PlattScaling.CLIP), score));
        String odds = graph.node("Div", clipped, graph.node("Sub", graph.number(1), clipped));
        String scaled = graph.node("Mul", graph.number(platt.slope()), graph.node("Log", odds));
        String z = graph.node("Add", scaled, graph.number(platt.intercept()));
        String rest = graph.node("Exp", graph.node("Neg", z));
        return graph.node("Div", graph.number(1), graph.node("Add", graph.number(1), rest));
    }

    private String isotonic(IsotonicCalibration isotonic, String score) {
        double[] knots =
                isotonic.scores().stream().mapToDouble(Double::doubleValue).toArray();
        String line = LadderNodes.passed(graph, score, knots);
        Lines lines = Lines.of(isotonic);
        String share = graph.node("Div", graph.node("Sub", score, at(line, lines.from())), at(line, lines.width()));
        String risen = graph.node("Add", at(line, lines.low()), graph.node("Mul", share, at(line, lines.rise())));
        return graph.node("Min", at(line, lines.high()), risen);
    }

    private String at(String line, double[] table) {
        return graph.entries(graph.numbers(table, table.length), line);
    }
}
