package io.loanflow.contracts.serving;

import java.util.Collections;
import java.util.List;

/**
 * How a version answers in the champion's place on one replica.
 *
 * @param session names what is counted together: it begins anew where it was ended, or its process was
 * @param answers of the version
 * @param championScores what the champion answered meanwhile by its probability, in {@link ShadowFigures#CELLS} cells of equal width
 * @param challengerScores the version's answers by its own
 */
public record CanaryFigures(
        String session, AnswerFigures answers, List<Long> championScores, List<Long> challengerScores) {

    public static final CanaryFigures NONE = new CanaryFigures(
            "",
            AnswerFigures.NONE,
            Collections.nCopies(ShadowFigures.CELLS, 0L),
            Collections.nCopies(ShadowFigures.CELLS, 0L));

    public CanaryFigures {
        championScores = List.copyOf(championScores);
        challengerScores = List.copyOf(challengerScores);
    }

    /** Both together. */
    public CanaryFigures plus(CanaryFigures other) {
        return new CanaryFigures(
                session,
                answers.plus(other.answers),
                ShadowFigures.sum(championScores, other.championScores),
                ShadowFigures.sum(challengerScores, other.challengerScores));
    }
}
