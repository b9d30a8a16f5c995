package io.loanflow.monitoring.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.datasettables.TableEngine;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.fixture.Population;
import io.loanflow.monitoring.window.WatchDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a window takes to be judged where it is stored. {@code benchmarks/monitoring/run} runs it; no build does. */
abstract class WindowTimings {

    private static final int BATCH = 50_000;
    private static final int REPEATS = 7;
    private static final int DECISIONS = Integer.getInteger("benchmark.decisions", 1_000_000);
    private static final int SMALL = 9000;

    /** To fill and to read a row store with more takes longer than anybody waits; decisions of that size belong into ColumnStore. */
    private static final int MOST_IN_ROWS = 100_000;

    @Autowired
    private DataSource database;

    @Autowired
    private WindowJudge judge;

    abstract TableEngine engine();

    @Test
    @Timeout(1800)
    void timings() throws Exception {
        Population population = new Population(database, engine());
        population.clear();
        int all = engine() == TableEngine.INNODB ? Math.min(DECISIONS, MOST_IN_ROWS) : DECISIONS;
        for (int stored = 0; stored < all; stored += BATCH) {
            population.decide(1, Population.BEGIN.plusSeconds(stored), Math.min(BATCH, all - stored), 1);
        }
        time(SMALL, all);
        time(all, all);
    }

    /** The first is the one that works out when windows of this size raise an alarm; the rule is kept for later ones. */
    private void time(int decisions, int all) {
        Instant to = Population.BEGIN.plusSeconds(decisions);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i <= REPEATS; i++) {
            WindowReport report = judge.judge(
                    new DecisionSpan("loan", 1, Population.BEGIN, to), Population.model(), WatchDefinition.DEFAULTS);
            assertThat(report.decisions()).isEqualTo(decisions);
            seconds.add(report.seconds());
        }
        List<Double> later =
                seconds.subList(1, seconds.size()).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s, %,d of %,d decisions: judged in %.2f s (%.2f-%.2f), the first time in %.2f s%n",
                engine(),
                decisions,
                all,
                later.get(later.size() / 2),
                later.get(0),
                later.get(later.size() - 1),
                seconds.get(0));
    }
}
