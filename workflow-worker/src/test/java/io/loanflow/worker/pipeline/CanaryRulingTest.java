package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.release.CanaryPolicy;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanaryRulingTest {

    private static final CanaryPolicy POLICY = new CanaryPolicy(0.1, 100, 60, 0.25, 0.01, 10);
    private static final List<Long> MANY = List.of(90L, 90L, 90L, 90L, 90L, 90L, 90L, 90L, 90L, 90L);
    private static final List<Long> EVEN = List.of(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L);
    private static final List<Long> LOW = List.of(55L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L);

    @Test
    void aVersionThatAnswersLikeTheChampionPasses() {
        TrialRuling ruling = CanaryRuling.whole(POLICY, seen(100, 1, EVEN));

        assertThat(ruling.bad()).isEmpty();
        assertThat(ruling.figures()).contains("| In the champion's place |", "| 1 of 101 | 0.0100 | passes |");
    }

    @Test
    void whatIsBeyondALimitIsSaidWithTheKeyOfTheLimit() {
        assertThat(CanaryRuling.whole(POLICY, seen(100, 3, LOW)).bad())
                .containsExactly(
                        "rows without an answer: 3 of 103, and release.canary.max-error-rate in training.yaml says 0.0100",
                        "score's stability index: 1.08, and release.canary.max-score-psi in training.yaml says 0.250");
        assertThat(CanaryRuling.early(POLICY, seen(10, 2, LOW)).bad())
                .as("what no further decision can mend")
                .hasSize(1);
    }

    @Test
    void whatMayBeChanceOfFewIsNoDriftOfTheScore() {
        List<Long> few = List.of(4L, 1L, 2L, 0L, 1L, 3L, 0L, 2L, 1L, 2L);

        assertThat(StabilityIndex.of(MANY, few)).isGreaterThan(POLICY.maxScorePsi());
        // 9 degrees of freedom: the table of chi² has 21.67 at 0.99.
        assertThat(StabilityIndex.ofChance(MANY, few)).isCloseTo(21.67 * (1 / 900.0 + 1 / 16.0), within(0.02));
        assertThat(CanaryRuling.whole(POLICY, seen(100, 0, few)).bad()).isEmpty();
    }

    @Test
    void tooFewAreNoPass() {
        assertThat(CanaryRuling.whole(POLICY, seen(12, 0, EVEN)).reason())
                .isEqualTo("in the champion's place, 12 of 100 decisions came within 60 minutes");
    }

    private static CanaryFigures seen(long answers, long failures, List<Long> scores) {
        return new CanaryFigures("", new AnswerFigures(false, answers, failures, LatencyCounts.NONE), MANY, scores);
    }
}
