package io.loanflow.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that say the same thing again say nothing more: everything is as sure as with one of each. */
class ClustersTest {

    private static final int ROWS = 300;
    private static final int COPIES = 7;

    private final byte[] labels = new byte[ROWS];
    private final double[] scores = new double[ROWS];

    ClustersTest() {
        Random random = new Random(8);
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (random.nextDouble() < 0.3 ? 1 : 0);
            scores[row] = labels[row] + random.nextGaussian();
        }
    }

    @Test
    void rowsWithoutAGroupAreByThemselves() {
        Clusters clusters = Clusters.of(new int[] {4, -1, 0, 4, -1});

        assertThat(clusters.count()).isEqualTo(4);
        assertThat(IntStream.range(0, 5).map(clusters::of)).containsExactly(0, 1, 2, 0, 3);
        assertThat(clusters.with(new byte[] {1, 0, 0, 0, 1}, 1)).isEqualTo(2);
        assertThat(clusters.with(new byte[] {1, 0, 0, 0, 1}, 0)).isEqualTo(3);
        assertThat(clusters.only(new int[] {3, 0, 2}).count()).isEqualTo(2);
    }

    @Test
    void copiesMakeNoMeanSurer() {
        Estimate alone = new Mean(scores).estimate(Clusters.alone(ROWS), 0.95);

        assertClose(new Mean(copied(scores)).estimate(clusters(), 0.95), alone);
    }

    @Test
    void copiesMakeNoRankingSurer() {
        Estimate alone = new DeLong(labels, scores, Clusters.alone(ROWS)).estimate(0.95);

        assertClose(new DeLong(copied(labels), copied(scores), clusters()).estimate(0.95), alone);
    }

    @Test
    void copiesAreDrawnTogether() {
        Draws alone = draws(labels, scores, Clusters.alone(ROWS));

        assertClose(draws(copied(labels), copied(scores), clusters()).estimate(0.95), alone.estimate(0.95));
    }

    /** Obuchowski's formula beside draws of whole clusters, in which both labels occur. */
    @Test
    void aRankingOfMixedClustersIsAsSureAsItsDraws() {
        Random random = new Random(9);
        int[] groups = new int[2000];
        byte[] mixed = new byte[groups.length];
        double[] ranked = new double[groups.length];
        double[] shift = random.doubles(200, -2, 2).toArray();
        for (int row = 0; row < groups.length; row++) {
            groups[row] = row / 10;
            mixed[row] = (byte) (random.nextDouble() < 0.4 ? 1 : 0);
            ranked[row] = mixed[row] + shift[groups[row]] + random.nextGaussian();
        }
        Clusters clusters = Clusters.of(groups);

        double formula = new DeLong(mixed, ranked, clusters).estimate(0.95).standardError();

        assertThat(draws(mixed, ranked, clusters).estimate(0.95).standardError())
                .isCloseTo(formula, within(0.05 * formula));
    }

    private static Draws draws(byte[] labels, double[] scores, Clusters clusters) {
        return new Bootstrap(labels, clusters)
                .draws(List.of(new RankingQuality(labels, scores)))
                .get(0);
    }

    private static void assertClose(Estimate estimate, Estimate expected) {
        assertThat(estimate.value()).isCloseTo(expected.value(), within(1e-9));
        assertThat(estimate.standardError()).isCloseTo(expected.standardError(), within(1e-9));
        assertThat(estimate.lower()).isCloseTo(expected.lower(), within(1e-9));
        assertThat(estimate.upper()).isCloseTo(expected.upper(), within(1e-9));
    }

    /** Of the copies; those of a row are not side by side. */
    private static Clusters clusters() {
        return Clusters.of(
                IntStream.range(0, ROWS * COPIES).map(row -> row % ROWS).toArray());
    }

    private static double[] copied(double[] values) {
        return IntStream.range(0, ROWS * COPIES)
                .mapToDouble(row -> values[row % ROWS])
                .toArray();
    }

    private static byte[] copied(byte[] values) {
        byte[] copied = new byte[ROWS * COPIES];
        for (int row = 0; row < copied.length; row++) {
            copied[row] = values[row % ROWS];
        }
        return copied;
    }
}
