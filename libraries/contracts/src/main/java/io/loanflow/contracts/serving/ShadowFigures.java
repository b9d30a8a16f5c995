package io.loanflow.contracts.serving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a version does in the shadow of the champion on one replica.
 *
 * @param session names what is counted together: it begins anew where it was ended, or its process was
 * @param compared decisions of the champion that it scored
 * @param agreed of those, with the same label
 * @param failures decisions whose record it could not read or score
 * @param dropped decisions that it was not asked about, since it was still at others
 * @param championScores compared decisions by the champion's probability, in {@link #CELLS} cells of equal width
 * @param challengerScores the same by its own
 * @param latency of reading and scoring one record
 */
public record ShadowFigures(
        String session,
        long compared,
        long agreed,
        long failures,
        long dropped,
        List<Long> championScores,
        List<Long> challengerScores,
        LatencyCounts latency) {

    /** Of probabilities. */
    public static final int CELLS = 10;

    public static final ShadowFigures NONE = new ShadowFigures(
            "", 0, 0, 0, 0, Collections.nCopies(CELLS, 0L), Collections.nCopies(CELLS, 0L), LatencyCounts.NONE);

    public ShadowFigures {
        championScores = List.copyOf(championScores);
        challengerScores = List.copyOf(challengerScores);
    }

    /** Where a probability is counted. */
    public static int cell(double probability) {
        return Math.min((int) (probability * CELLS), CELLS - 1);
    }

    /** Both together. */
    public ShadowFigures plus(ShadowFigures other) {
        return new ShadowFigures(
                session,
                compared + other.compared,
                agreed + other.agreed,
                failures + other.failures,
                dropped + other.dropped,
                sum(championScores, other.championScores),
                sum(challengerScores, other.challengerScores),
                latency.plus(other.latency));
    }

    /** Decisions that it was asked about. */
    public long asked() {
        return compared + failures;
    }

    static List<Long> sum(List<Long> one, List<Long> other) {
        List<Long> sum = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return sum;
    }
}
