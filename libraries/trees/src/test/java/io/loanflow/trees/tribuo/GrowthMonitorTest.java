package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.trees.fixture.Digests;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.grow.GrowthMonitor;
import io.loanflow.trees.grow.TrainingTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class GrowthMonitorTest {

    private static final TrainingTable SMALL = table(200);

    /** A single tree of it takes seconds. */
    private static final TrainingTable LARGE = table(300_000);

    private final ForestSettings settings = new ForestSettings();

    /** Labels that follow from nothing make the largest trees. */
    private static TrainingTable table(int rows) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[8][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = random.doubles(rows).toArray();
        }
        int[] labels = random.ints(rows, 0, 2).toArray();
        return TrainingTable.of(Forests.features(8), columns, List.of("no", "yes"), labels);
    }

    @Test
    void everyTreeIsReportedOnTheCallersThread() {
        List<String> heard = new ArrayList<>();
        settings.trees = 4;
        train(SMALL, (done, total) -> heard.add(done + "/" + total + Thread.currentThread()));
        String here = Thread.currentThread().toString();
        // A slow machine reports the same number twice.
        assertThat(heard.stream().distinct()).containsExactly("1/4" + here, "2/4" + here, "3/4" + here, "4/4" + here);
    }

    @Test
    void aMonitorThatThrowsEndsTheGrowthAndItsThreads() throws InterruptedException {
        settings.trees = 1000;
        long start = System.nanoTime();
        assertThatThrownBy(() -> train(LARGE, (done, total) -> {
                    throw new IllegalStateException("no longer wanted");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no longer wanted");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        assertNothingGrows();
    }

    @Test
    void anInterruptedCallerEndsTheGrowthAndStaysInterrupted() throws InterruptedException {
        settings.trees = 1000;
        Thread caller = Thread.currentThread();
        assertThatThrownBy(() -> train(LARGE, (done, total) -> caller.interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertNothingGrows();
    }

    @Test
    void theNextForestIsUnharmed() {
        assertThatThrownBy(() -> train(SMALL, (done, total) -> {
                    throw new CancellationException("cancelled");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(train(SMALL, GrowthMonitor.SILENT)).isEqualTo(train(SMALL, GrowthMonitor.SILENT));
    }

    private String train(TrainingTable table, GrowthMonitor monitor) {
        return Digests.of(
                settings.trainer().train(table, new SimpleDataSourceProvenance("rows", new LabelFactory()), monitor));
    }

    /** A thread whose work has ended lives on for a moment; with trees left to grow, it would live for minutes. */
    private static void assertNothingGrows() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("forest")) {
                thread.join(Duration.ofSeconds(5).toMillis());
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
