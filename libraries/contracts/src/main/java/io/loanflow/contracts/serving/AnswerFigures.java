package io.loanflow.contracts.serving;

/**
 * How a version answered on one replica since it came into service there last.
 *
 * @param inService whether it answers there now
 * @param answers rows that were answered and are decisions
 * @param failures rows that remained without an answer since the model failed; wrong rows and decisions that cannot be kept are none
 * @param latency of reading and scoring a record that was asked about alone
 */
public record AnswerFigures(boolean inService, long answers, long failures, LatencyCounts latency) {

    public static final AnswerFigures NONE = new AnswerFigures(false, 0, 0, LatencyCounts.NONE);

    /** Both together. */
    public AnswerFigures plus(AnswerFigures other) {
        return new AnswerFigures(
                inService || other.inService,
                answers + other.answers,
                failures + other.failures,
                latency.plus(other.latency));
    }

    /** Rows that were asked about. */
    public long rows() {
        return answers + failures;
    }
}
