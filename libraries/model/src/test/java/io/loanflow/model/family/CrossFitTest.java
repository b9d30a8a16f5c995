package io.loanflow.model.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.model.TargetLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossFitTest {

    private static final LabelledRows ROWS = noisy();
    private static final Folding FOLDING = new Folding(4, 3);
    private static final Parameters BOOSTING =
            new BoostingFamily().defaults().with("trees", "300").with("learningRate", "0.05");

    @Test
    void aFoldIsScoredByTheModelOfTheOthers() {
        Parameters forest = new ForestFamily().defaults().with("trees", "3");
        int[] folds = FOLDING.of(ROWS);
        int[] inside = ROWS.positions(row -> folds[row] == 2);
        LabelledRows left = ROWS.only(inside);
        double[] expected = forest.family()
                .fit(ROWS.only(ROWS.positions(row -> folds[row] != 2)), forest, FamilyRows.growth(1))
                .scorer()
                .scoreColumns(left.columns(), left.size());

        OutOfFold scores = new CrossFit(ROWS, forest, FOLDING, FamilyRows.growth(2)).scores();

        assertThat(scores.trees()).isEqualTo(3);
        assertThat(Arrays.stream(inside).mapToDouble(row -> scores.scores()[row]))
                .containsExactly(box(expected));
    }

    @Test
    void growthEndsWhereMoreTreesDoNotHelp() {
        List<Integer> counts = new ArrayList<>();
        CrossFit fit = new CrossFit(ROWS, BOOSTING, FOLDING, new Growth(2, "a test", counts::add, bytes -> {}));

        OutOfFold best = fit.scores(10);

        assertThat(best.trees()).isBetween(2, 250);
        assertThat(counts).isSorted().hasSizeLessThan(1000);
        CrossFit same = new CrossFit(
                ROWS, BOOSTING.with("trees", Integer.toString(best.trees())), FOLDING, FamilyRows.growth(1));
        assertThat(same.scores().scores()).isEqualTo(best.scores());
        assertThat(loss(best.scores())).isLessThan(loss(fit.scores().scores()));
    }

    @Test
    void growthEndsAtTheSamePlaceWhateverTheFeaturesAreCalled() {
        LabelledRows renamed =
                new LabelledRows(List.of("z", "b", "a"), ROWS.columns(), ROWS.labels(), ROWS.targets(), Map.of());

        OutOfFold scores = new CrossFit(renamed, BOOSTING, FOLDING, FamilyRows.growth(2)).scores(10);

        assertThat(scores.trees())
                .isEqualTo(new CrossFit(ROWS, BOOSTING, FOLDING, FamilyRows.growth(2))
                        .scores(10)
                        .trees());
    }

    @Test
    void scoresDoNotDependOnTheNumberOfThreads() {
        Parameters few = BOOSTING.with("trees", "5");
        double[] expected =
                new CrossFit(ROWS, few, FOLDING, FamilyRows.growth(1)).scores().scores();

        for (int threads : new int[] {2, 3, 4, 7}) {
            assertThat(new CrossFit(ROWS, few, FOLDING, FamilyRows.growth(threads))
                            .scores()
                            .scores())
                    .as(threads + " threads")
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatOneFoldFailsWithEndsAll() {
        AtomicInteger told = new AtomicInteger();
        Growth cancelled = new Growth(
                2,
                "a test",
                trees -> {
                    told.incrementAndGet();
                    throw new IllegalStateException("cancelled");
                },
                bytes -> {});

        assertThatThrownBy(() -> new CrossFit(ROWS, BOOSTING, FOLDING, cancelled).scores(10))
                .hasMessage("cancelled");
        assertThat(told.get()).isBetween(1, FOLDING.folds());
    }

    @Test
    void anInterruptEndsAllFolds() {
        Thread asking = Thread.currentThread();
        Growth interrupted = new Growth(2, "a test", trees -> asking.interrupt(), bytes -> {});

        assertThatThrownBy(() -> new CrossFit(ROWS, BOOSTING, FOLDING, interrupted).scores())
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void rowsOfEqualFeaturesShareAFoldWhateverElseThereIs() {
        int[] twice = IntStream.range(0, 2 * 100).map(i -> i % 100).toArray();
        int[] folds = FOLDING.of(ROWS.only(twice));

        assertThat(Arrays.copyOf(folds, 100))
                .isEqualTo(Arrays.copyOfRange(folds, 100, 200))
                .isEqualTo(Arrays.copyOf(FOLDING.of(ROWS), 100));
        assertThat(Arrays.stream(folds).distinct().toArray()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(new Folding(4, 4).of(ROWS)).isNotEqualTo(FOLDING.of(ROWS));
    }

    @Test
    void rowsOfAGroupShareAFoldAndRowsOfNoneAreGroupsByThemselves() {
        int[] groups = IntStream.range(0, ROWS.size())
                .map(row -> row < 600 ? row % 40 : -1)
                .toArray();
        LabelledRows rows =
                new LabelledRows(ROWS.features(), ROWS.columns(), ROWS.labels(), ROWS.targets(), Map.of(), groups);

        int[] folds = FOLDING.of(rows);

        for (int row = 40; row < 600; row++) {
            assertThat(folds[row]).isEqualTo(folds[row % 40]);
        }
        assertThat(Arrays.stream(folds).limit(40).distinct().count()).isEqualTo(4);
        assertThat(Arrays.copyOfRange(folds, 600, 1200)).isEqualTo(Arrays.copyOfRange(FOLDING.of(ROWS), 600, 1200));
        assertThat(FOLDING.of(rows.only(new int[] {599, 0, 700}))).containsExactly(folds[599], folds[0], folds[700]);
    }

    @Test
    void whereTheOtherFoldsHaveOneClassThereIsNoScore() {
        LabelledRows one =
                new LabelledRows(ROWS.features(), ROWS.columns(), new int[ROWS.size()], ROWS.targets(), Map.of());
        one.labels()[5] = 1;
        int[] folds = FOLDING.of(one);

        double[] scores = new CrossFit(one, BOOSTING.with("trees", "2"), FOLDING, FamilyRows.growth(1))
                .scores(5)
                .scores();

        for (int row = 0; row < scores.length; row++) {
            assertThat(Double.isNaN(scores[row])).isEqualTo(folds[row] == folds[5]);
        }
    }

    /** Labels that the features say something of, but not all. */
    private static LabelledRows noisy() {
        Random random = new Random(5);
        double[][] columns = new double[3][1200];
        int[] labels = new int[1200];
        for (int row = 0; row < labels.length; row++) {
            for (double[] column : columns) {
                column[row] = random.nextDouble();
            }
            labels[row] = columns[0][row] + columns[1][row] + random.nextGaussian() / 2 > 1 ? 1 : 0;
        }
        return new LabelledRows(List.of("a", "b", "c"), columns, labels, new TargetLabels("0", "1"), Map.of());
    }

    private static double loss(double[] scores) {
        return IntStream.range(0, scores.length)
                .mapToDouble(row -> -Math.log(ROWS.labels()[row] == 1 ? scores[row] : 1 - scores[row]))
                .sum();
    }

    private static Double[] box(double[] values) {
        return Arrays.stream(values).boxed().toArray(Double[]::new);
    }
}
