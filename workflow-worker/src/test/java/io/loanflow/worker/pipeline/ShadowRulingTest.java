package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.release.RulingDetails;
import io.loanflow.contracts.release.ShadowPolicy;
import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.serving.ShadowFigures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShadowRulingTest {

    private static final ShadowPolicy POLICY = new ShadowPolicy(100, 60, 0.9, 0.25, 0.01, 10);
    private static final List<Long> EVEN = List.of(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L);
    private static final List<Long> LOW = List.of(55L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L, 5L);

    @Test
    void aVersionThatMostlyAgreesPasses() {
        TrialRuling ruling = ShadowRuling.whole(POLICY, seen(100, 90, 0, EVEN));

        assertThat(ruling.bad()).isEmpty();
        assertThat(ruling.figures()).contains("| Decided like the champion | 90 of 100 | 0.900 | passes |");
    }

    @Test
    void whatIsBeyondALimitIsSaidWithTheKeyOfTheLimit() {
        TrialRuling ruling = ShadowRuling.whole(POLICY, seen(100, 89, 2, LOW));

        assertThat(ruling.bad())
                .containsExactly(
                        "decided like the champion: 89 of 100, and release.shadow.min-agreement in training.yaml says 0.900",
                        "score's stability index: 1.08, and release.shadow.max-score-psi in training.yaml says 0.250",
                        "records without a score: 2 of 102, and release.shadow.max-error-rate in training.yaml says 0.0100");
        assertThat(ruling.figures()).contains("**refuses**");
        assertThat(ruling.reason()).startsWith("in the shadow of the champion, decided like");
    }

    @Test
    void tooFewAreNoPass() {
        TrialRuling ruling = ShadowRuling.whole(POLICY, seen(12, 12, 0, EVEN));

        assertThat(ruling.bad()).containsExactly("12 of 100 decisions came within 60 minutes");
    }

    @Test
    void onlyWhatNoFurtherDecisionCanMendIsSaidEarly() {
        assertThat(ShadowRuling.early(POLICY, seen(50, 40, 1, LOW)).bad()).isEmpty();
        assertThat(ShadowRuling.early(POLICY, seen(50, 39, 2, LOW)).bad()).hasSize(2);
    }

    @Test
    void slowOnesCountBeyondOneInAHundred() {
        LatencyCounts slow = new LatencyCounts(IntStream.range(0, LatencyCounts.CELLS)
                .mapToObj(cell -> cell == LatencyCounts.CELLS - 1 ? 2L : 0L)
                .toList());
        ShadowFigures seen = new ShadowFigures("", 100, 100, 0, 0, EVEN, EVEN, slow);

        assertThat(ShadowRuling.early(POLICY, seen).bad())
                .singleElement()
                .asString()
                .contains("max-p99-milliseconds");
    }

    @Test
    void theIndexIsThatOfTheCounts() {
        assertThat(StabilityIndex.of(EVEN, EVEN)).isZero();
        // 0.45 ln(5.5) + 9 × (-0.05) ln(0.5)
        assertThat(StabilityIndex.of(EVEN, LOW)).isCloseTo(1.07905, within(1e-5));
        assertThat(StabilityIndex.of(EVEN, ShadowFigures.NONE.challengerScores()))
                .isZero();
    }

    @Test
    void theGatesDetailsAreKeptBesideIt() {
        TrialRuling ruling = ShadowRuling.whole(POLICY, seen(100, 100, 0, EVEN));

        RulingDetails details = ruling.details(new RulingDetails("| Floor |\n", "http://127.0.0.1:5000/page", 10));

        assertThat(details.table()).startsWith("| Floor |\n\n| In the shadow of the champion |");
        assertThat(details.page()).isEqualTo("http://127.0.0.1:5000/page");
    }

    private static ShadowFigures seen(long compared, long agreed, long failures, List<Long> challenger) {
        return new ShadowFigures("", compared, agreed, failures, 0, EVEN, challenger, LatencyCounts.NONE);
    }
}
