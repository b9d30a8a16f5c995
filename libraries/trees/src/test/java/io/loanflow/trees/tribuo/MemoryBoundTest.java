package io.loanflow.trees.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.trees.boosting.BoostedTrees;
import io.loanflow.trees.boosting.BoostingParameters;
import io.loanflow.trees.boosting.GradientBoosting;
import io.loanflow.trees.fixture.ForestSettings;
import io.loanflow.trees.fixture.Forests;
import io.loanflow.trees.grow.TrainingTable;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tribuo.classification.LabelFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Holds what {@code docs/forest.md} and {@code docs/boosting.md} say of memory, at a million rows of 20 features. */
class MemoryBoundTest {

    private static final int ROWS = 1_000_000;

    private static final int FEATURES = 20;

    private static final int THREADS = 2;

    /** Objects of the trees and of the virtual machine that the formula leaves out. */
    private static final long SLACK = 32L << 20;

    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    @Test
    void growingTakesTheBinsAndScratchPerThread() {
        TrainingTable table = table();
        ForestSettings settings = new ForestSettings();
        settings.trees = 4;
        settings.maxDepth = 8;
        settings.threads = THREADS;
        long before = used();
        AtomicLong most = new AtomicLong();
        ForestModel model = settings.trainer()
                .train(
                        table,
                        new SimpleDataSourceProvenance("rows", new LabelFactory()),
                        // Every thread holds its scratch while the first trees are done.
                        (done, total) -> most.accumulateAndGet(done < total ? used() - before : 0, Math::max));
        assertThat(model.forest().size()).isEqualTo(4);
        long bins = (long) ROWS * FEATURES;
        long scratch = 18L * ROWS * THREADS;
        assertThat(most.get()).isBetween(bins, bins + scratch + SLACK);
    }

    @Test
    void boostingTakesTheBinsAndSomeBytesARow() {
        TrainingTable table = table();
        BoostingParameters parameters = BoostingParameters.defaults(1);
        long before = used();
        AtomicLong most = new AtomicLong();
        BoostedTrees model = GradientBoosting.grow(table, "yes", parameters, THREADS, step -> {
            most.accumulateAndGet(used() - before, Math::max);
            return step.trees() < 3;
        });
        assertThat(model.trees()).hasSize(3);
        long bins = (long) ROWS * FEATURES;
        long sums = 16L * FEATURES * parameters.maxBin() * parameters.shape().numLeaves();
        assertThat(most.get()).isBetween(bins, bins + 36L * ROWS + sums + SLACK);
    }

    /** What is reachable. */
    private static long used() {
        MEMORY.gc();
        return MEMORY.getHeapMemoryUsage().getUsed();
    }

    private static TrainingTable table() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] columns = new double[FEATURES][];
        for (int i = 0; i < FEATURES; i++) {
            columns[i] = random.doubles(ROWS).toArray();
        }
        int[] labels = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = columns[0][row] + columns[1][row] > 1 ? 1 : 0;
        }
        return TrainingTable.of(Forests.features(FEATURES), columns, List.of("no", "yes"), labels);
    }
}
