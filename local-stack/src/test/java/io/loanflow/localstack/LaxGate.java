package io.loanflow.localstack;

/**
 * A gate that any usable version passes, for tests of what comes after it: whether a version is better than the champion depends on
 * which one that happens to be.
 */
final class LaxGate {

    /** Of {@code gate}. */
    static final String KEYS = """
              floor: 0.5
              leak-ceiling: 1
              tolerance: 0.5
              margin: 0.5
              log-loss-tolerance: 5
              log-loss-margin: 5
              sure-gain: never
              group-margin: 5
              calibration-margin: 1
              selection-rate-ratio: 0
              equal-opportunity-difference: 1
              most-milliseconds: 10000
            """;

    private LaxGate() {}

    /** A {@code training.yaml} that ends with its gate, or with what follows after an empty line, with this gate instead. */
    static String in(String training) {
        int begin = training.indexOf("gate:\n") + "gate:\n".length();
        int end = training.indexOf("\n\n", begin);
        return training.substring(0, begin) + KEYS + (end < 0 ? "" : training.substring(end + 1));
    }
}
