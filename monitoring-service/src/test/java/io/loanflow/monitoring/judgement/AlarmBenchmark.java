package io.loanflow.monitoring.judgement;

import io.loanflow.monitoring.alarm.AlarmCalibration;
import io.loanflow.monitoring.alarm.AlarmRule;
import io.loanflow.monitoring.performance.Interval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * How often windows of the published rows raise an alarm: without a change, whose rate is stated, and with one. Training part, held-out part and
 * window are drawn anew each time, row by row, so that columns depend on each other as they do. {@code benchmarks/monitoring/run} runs it; no
 * build does.
 */
class AlarmBenchmark {

    private static final int TRAINING = 36_000;
    private static final int HELD_OUT = 9000;
    private static final double RATE = 0.01;
    private static final int WINDOWS = Integer.getInteger("benchmark.windows", 2000);
    private static final int SHIFTED = Integer.getInteger("benchmark.shifted", 300);

    /** The rows for whoever else is to judge them. */
    @Test
    void rows() throws Exception {
        read().write(Path.of(System.getProperty("benchmark.directory", "target")));
    }

    private static ScoredRows read() throws IOException {
        return new ScoredRows(
                Path.of(Objects.requireNonNull(System.getenv("LOANFLOW_DATA"), "LOANFLOW_DATA is not set")));
    }

    @Test
    void alarms() throws Exception {
        ScoredRows rows = read();
        int[][] unchanged = rows.cells("");
        System.out.printf(Locale.ROOT, "%-10s %-16s %s%n", "window", "change", "windows with an alarm (95 % interval)");
        for (int size : new int[] {200, 1000, 10_000}) {
            SplittableRandom random = new SplittableRandom(size);
            long begin = System.nanoTime();
            AlarmRule rule = AlarmCalibration.rule(
                    rows.watched(rows.sample(unchanged, TRAINING, random), rows.sample(unchanged, HELD_OUT, random)),
                    size,
                    RATE,
                    1);
            double seconds = (System.nanoTime() - begin) / 1e9;
            print(size, "none", WINDOWS, alarms(rows, rule, unchanged, unchanged, WINDOWS, random));
            for (String shift : ScoredRows.SHIFTS) {
                print(size, shift, SHIFTED, alarms(rows, rule, unchanged, rows.cells(shift), SHIFTED, random));
            }
            System.out.printf(Locale.ROOT, "%-10d calibrated in %.2f s%n", size, seconds);
        }
    }

    private static int alarms(
            ScoredRows rows, AlarmRule rule, int[][] unchanged, int[][] changed, int windows, SplittableRandom random) {
        int alarms = 0;
        for (int window = 0; window < windows; window++) {
            AlarmRule fresh = new AlarmRule(
                    rule.windowSize(),
                    rule.falseAlarmRate(),
                    rule.threshold(),
                    rows.watched(rows.sample(unchanged, TRAINING, random), rows.sample(unchanged, HELD_OUT, random)),
                    rule.tests());
            List<long[]> current = rows.sample(changed, (int) rule.windowSize(), random);
            alarms += fresh.alarms(current).isEmpty() ? 0 : 1;
        }
        return alarms;
    }

    private static void print(int size, String change, int windows, int alarms) {
        Interval share = Interval.share(alarms, windows);
        System.out.printf(
                Locale.ROOT,
                "%-10d %-16s %.4f (%.4f to %.4f)%n",
                size,
                change,
                share.value(),
                share.lower(),
                share.upper());
    }
}
