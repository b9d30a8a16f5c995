package io.loanflow.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.FirstWindowPolicy;
import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstWindowRulingTest {

    private static final FirstWindowPolicy POLICY = new FirstWindowPolicy(1000, 60, 0.01, 10, false);

    @Test
    void onlyWhatNoFurtherDecisionCanMendIsSaidEarly() {
        assertThat(early(0, 10).bad()).isEmpty();
        assertThat(early(0, 11).bad()).hasSize(1);
    }

    @Test
    void theWholeWindowIsJudgedByItsRate() {
        assertThat(FirstWindowRuling.whole(POLICY, figures(99, 1, LatencyCounts.NONE), null)
                        .bad())
                .isEmpty();
        assertThat(FirstWindowRuling.whole(POLICY, figures(98, 2, LatencyCounts.NONE), null)
                        .bad())
                .singleElement()
                .asString()
                .startsWith("2 of 100 rows remained without an answer");
        assertThat(FirstWindowRuling.whole(POLICY, figures(20, 5, LatencyCounts.NONE), null)
                        .bad())
                .as("of too few")
                .isEmpty();
    }

    @Test
    void slowOnesCountBeyondOneInAHundred() {
        LatencyCounts some = timed(1, 990).plus(timed(40, 10));
        assertThat(FirstWindowRuling.whole(POLICY, figures(1000, 0, some), null).bad())
                .isEmpty();
        LatencyCounts more = timed(1, 980).plus(timed(40, 20));
        FirstWindowRuling slow = FirstWindowRuling.whole(POLICY, figures(1000, 0, more), null);
        assertThat(slow.bad()).singleElement().asString().contains("at the 99th percentile");
        assertThat(slow.figures()).contains("**rolls back**");
        assertThat(FirstWindowRuling.early(POLICY, figures(20, 0, timed(40, 11)))
                        .bad())
                .hasSize(1);
        assertThat(FirstWindowRuling.whole(POLICY, figures(1000, 0, timed(40, 99)), null)
                        .figures())
                .as("of too few that were timed")
                .contains("too few to say");
    }

    private static FirstWindowRuling early(long answers, long failures) {
        return FirstWindowRuling.early(POLICY, figures(answers, failures, LatencyCounts.NONE));
    }

    private static AnswerFigures figures(long answers, long failures, LatencyCounts latency) {
        return new AnswerFigures(true, answers, failures, latency);
    }

    private static LatencyCounts timed(long milliseconds, long times) {
        int cell = LatencyCounts.cell(milliseconds * 1_000_000);
        List<Long> before = Collections.nCopies(cell, 0L);
        return new LatencyCounts(IntStream.rangeClosed(0, cell)
                .mapToObj(i -> i < cell ? before.get(i) : Long.valueOf(times))
                .toList());
    }
}
