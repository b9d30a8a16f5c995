package io.loanflow.monitoring.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.monitoring.decision.ProbabilityCell;
import io.loanflow.monitoring.statistics.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedPerformanceTest {

    private static final int WORLDS = 2000;

    @Test
    void aRefusalSaysWhyAndNothingElse() {
        Performance refused =
                ExpectedPerformance.of(cells(500, 1, new SplittableRandom(1)), "1", "On the held-out part, it is off.");

        assertThat(refused.refusal()).isEqualTo("On the held-out part, it is off.");
        assertThat(refused.rows()).isEqualTo(500);
        assertThat(refused.auc()).isNull();
        assertThat(refused.accuracy()).isNull();
        assertThat(refused.logLoss()).isNull();
    }

    @Test
    void theSameDecisionsGiveTheSameInterval() {
        List<ProbabilityCell> cells = cells(1000, 1, new SplittableRandom(1));

        assertThat(ExpectedPerformance.of(cells, "1", null)).isEqualTo(ExpectedPerformance.of(cells, "1", null));
    }

    @Test
    void whatHasNoMeaningIsNotThere() {
        Performance nobodySelected = ExpectedPerformance.of(List.of(new ProbabilityCell("0", 100, 500, 50)), "1", null);

        assertThat(nobodySelected.precision()).isNull();
        assertThat(Objects.requireNonNull(nobodySelected.accuracy()).value()).isCloseTo(0.9, within(1e-12));
    }

    /**
     * Where probabilities hold, what comes out lies in the 95 % interval in about 95 of 100 worlds, of 2,000 that are drawn for the same
     * decisions. The interval is itself made of 400 drawings, of which the outer ten at each end are chance.
     *
     * @param power of the evenly drawn number that is the probability: a greater one makes positives rare
     */
    @ParameterizedTest
    @CsvSource({"300, 1", "5000, 1", "1000, 3", "100000, 3"})
    void whatComesOutLiesInTheInterval(int decisions, double power) {
        SplittableRandom random = new SplittableRandom(decisions);
        List<ProbabilityCell> cells = cells(decisions, power, random);
        Performance expected = ExpectedPerformance.of(cells, "1", null);
        List<Figures> worlds = new ArrayList<>();
        for (int world = 0; world < WORLDS; world++) {
            worlds.add(cameOut(cells, random));
        }

        assertCovers(expected.auc(), worlds, Figures::auc);
        assertCovers(expected.accuracy(), worlds, Figures::accuracy);
        assertCovers(expected.precision(), worlds, Figures::precision);
        assertCovers(expected.recall(), worlds, Figures::recall);
        assertCovers(expected.logLoss(), worlds, Figures::logLoss);
    }

    private static void assertCovers(Interval interval, List<Figures> worlds, ToDoubleFunction<Figures> figure) {
        long within = worlds.stream()
                .mapToDouble(figure)
                .filter(value -> value >= interval.lower() && value <= interval.upper())
                .count();

        assertThat(within / (double) WORLDS).as(interval.toString()).isBetween(0.9, 0.98);
        assertThat(interval.value()).isBetween(interval.lower(), interval.upper());
    }

    /** Each decision is positive with its own probability. */
    private static Figures cameOut(List<ProbabilityCell> cells, SplittableRandom random) {
        return Figures.of(cells.stream()
                .map(cell -> new PositiveCounts(
                        cell.label().equals("1"),
                        cell.expected() / cell.decisions(),
                        cell.decisions(),
                        Sampling.binomial(cell.decisions(), cell.expected() / cell.decisions(), random)))
                .toList());
    }

    /** As the scan counts decisions, of which those of one half and more are decided positive. */
    private static List<ProbabilityCell> cells(int decisions, double power, SplittableRandom random) {
        Map<Integer, ProbabilityCell> cells = new TreeMap<>();
        for (int i = 0; i < decisions; i++) {
            double probability = Math.pow(random.nextDouble(), power);
            int cell = (int) (probability * ProbabilityCell.CELLS);
            cells.merge(
                    cell,
                    new ProbabilityCell(probability >= 0.5 ? "1" : "0", cell, 1, probability),
                    (one, other) -> new ProbabilityCell(
                            one.label(),
                            one.cell(),
                            one.decisions() + other.decisions(),
                            one.expected() + other.expected()));
        }
        return List.copyOf(cells.values());
    }
}
