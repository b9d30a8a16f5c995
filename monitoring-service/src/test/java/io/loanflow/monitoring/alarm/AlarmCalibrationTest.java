package io.loanflow.monitoring.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.monitoring.statistics.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmCalibrationTest {

    private static final double[] EVEN = shares(40, 0);

    private static final List<WatchedColumn> COLUMNS =
            List.of(column("a", EVEN, true), column("b", EVEN, true), column("c", shares(5, 0.4), false));

    @Test
    void theSameArgumentsGiveTheSameRule() {
        AlarmRule rule = AlarmCalibration.rule(COLUMNS, 500, 0.01, 1);

        assertThat(AlarmCalibration.rule(COLUMNS, 500, 0.01, 1).threshold()).isEqualTo(rule.threshold());
        assertThat(AlarmCalibration.rule(COLUMNS, 500, 0.01, 2).threshold())
                .isCloseTo(rule.threshold(), within(rule.threshold() * 0.5));
    }

    /** Five columns more are five chances more of a false alarm. */
    @Test
    void moreColumnsLowerTheThreshold() {
        assertThat(AlarmCalibration.rule(COLUMNS, 500, 0.01, 1).threshold())
                .isLessThan(AlarmCalibration.rule(COLUMNS.subList(2, 3), 500, 0.01, 1)
                        .threshold());
    }

    /** At 5 %, whose interval 2,000 windows tell from 4 % and 6 %. */
    @Test
    void windowsWithoutChangeRaiseAsManyAlarmsAsStated() {
        SplittableRandom random = new SplittableRandom(3);
        AlarmRule rule = AlarmCalibration.rule(COLUMNS, 1000, 0.05, 7);
        int alarms = 0;
        for (int window = 0; window < 2000; window++) {
            List<WatchedColumn> drawn = new ArrayList<>();
            List<long[]> current = new ArrayList<>();
            for (WatchedColumn column : COLUMNS) {
                drawn.add(new WatchedColumn(column.name(), column.positions(), sample(column, 10_000, random)));
                current.add(sample(column, 1000, random));
            }
            AlarmRule fresh = new AlarmRule(1000, 0.05, rule.threshold(), drawn, rule.tests());
            alarms += fresh.alarms(current).isEmpty() ? 0 : 1;
        }

        assertThat(alarms / 2000.0).isBetween(0.038, 0.063);
    }

    @Test
    void aValueThatWasNeverMetIsAnAlarm() {
        AlarmRule rule = AlarmCalibration.rule(
                List.of(new WatchedColumn("x", new double[0], new long[] {5000, 5000, 0})), 200, 0.01, 1);

        assertThat(rule.alarms(List.of(new long[] {100, 100, 0}))).isEmpty();
        assertThat(rule.alarms(List.of(new long[] {90, 100, 10}))).containsExactly("x");
    }

    private static long[] sample(WatchedColumn column, long size, SplittableRandom random) {
        double[] shares = Arrays.stream(column.reference())
                .mapToDouble(count -> count / (double) column.referenceSize())
                .toArray();
        return Sampling.multinomial(shares, size, random);
    }

    private static WatchedColumn column(String name, double[] shares, boolean ordered) {
        return new WatchedColumn(
                name,
                ordered ? IntStream.range(0, shares.length).asDoubleStream().toArray() : new double[0],
                Arrays.stream(shares)
                        .mapToLong(share -> Math.round(share * 10_000))
                        .toArray());
    }

    private static double[] shares(int cells, double slope) {
        double[] shares = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            shares[cell] = (1 + slope * (2.0 * cell / (cells - 1) - 1)) / cells;
        }
        return shares;
    }
}
