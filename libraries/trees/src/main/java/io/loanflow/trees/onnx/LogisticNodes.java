package io.loanflow.trees.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.stream.IntStream;

/**
 * The probability of log-odds, operation by operation as a boosted model's scorer works it out: a runtime's own exponential differs in its
 * last bits.
 */
final class LogisticNodes {

    private static final double HIGHEST = 700;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** Adding it rounds to a whole number. */
    private static final double ROUND = 0x1.8p52;

    /** Powers of two are taken from a table, from minus this one on: a product with one of them is exact. */
    private static final int POWERS = 1023;

    private final Graph graph;

    LogisticNodes(Graph graph) {
        this.graph = graph;
    }

    String probability(String logOdds) {
        String power = op("Max", number(-HIGHEST), op("Min", number(HIGHEST), graph.node("Neg", logOdds)));
        return op("Div", number(1), plus(number(1), exponential(power)));
    }

    /** The Taylor series of the part below a power of two. */
    private String exponential(String power) {
        String whole = op("Sub", plus(times(power, LOG2_E), number(ROUND)), number(ROUND));
        String x = op("Sub", op("Sub", power, times(whole, LN2_HIGH)), times(whole, LN2_LOW));
        String square = op("Mul", x, x);
        String high = plus(
                op("Mul", pair(x, 1.0 / 479001600, 1.0 / 6227020800.0), square),
                pair(x, 1.0 / 3628800, 1.0 / 39916800));
        String middle = plus(pair(x, 1.0 / 40320, 1.0 / 362880), op("Mul", high, square));
        middle = plus(pair(x, 1.0 / 720, 1.0 / 5040), op("Mul", middle, square));
        String low = plus(pair(x, 1.0 / 24, 1.0 / 120), op("Mul", middle, square));
        low = plus(pair(x, 0.5, 1.0 / 6), op("Mul", low, square));
        String series = plus(number(1), plus(x, op("Mul", low, square)));
        return op("Mul", series, powerOfTwo(whole));
    }

    private String powerOfTwo(String whole) {
        double[] powers = IntStream.rangeClosed(-POWERS, POWERS)
                .mapToDouble(power -> Math.scalb(1.0, power))
                .toArray();
        String place = graph.cast(plus(whole, number(POWERS)), DataType.INT64);
        return graph.entries(graph.numbers(powers, powers.length), place);
    }

    /** Two neighbouring terms. */
    private String pair(String x, double first, double second) {
        return plus(number(first), times(x, second));
    }

    private String plus(String left, String right) {
        return op("Add", left, right);
    }

    private String times(String value, double factor) {
        return op("Mul", value, number(factor));
    }

    private String op(String operator, String left, String right) {
        return graph.node(operator, left, right);
    }

    private String number(double number) {
        return graph.number(number);
    }
}
