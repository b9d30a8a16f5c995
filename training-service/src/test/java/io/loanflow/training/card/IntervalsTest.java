package io.loanflow.training.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.statistics.Clusters;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private static final double THRESHOLD = 0.4;

    @Test
    void valuesAreThoseOfTheEvaluation() {
        Rows rows = Rows.of(500);
        Map<String, Interval> intervals =
                Intervals.of(rows.labels, rows.probabilities, THRESHOLD, Clusters.alone(rows.labels.length));
        Map<String, Double> measures =
                Evaluation.of(rows.labels, rows.probabilities, THRESHOLD).measures();

        for (String name : new String[] {"roc_auc", "log_loss", "brier", "accuracy", "f1"}) {
            assertThat(intervals.get(name).value()).as(name).isCloseTo(measures.get(name), within(1e-12));
        }
    }

    @Test
    void anIntervalHoldsTheValueAndNarrowsWithTheRows() {
        Interval few = auc(Rows.of(300));
        Interval many = auc(Rows.of(4800));

        assertThat(few.value()).isBetween(few.lower(), few.upper());
        assertThat(many.upper() - many.lower())
                .isCloseTo((few.upper() - few.lower()) / 4, within((few.upper() - few.lower()) / 8));
    }

    /** On rows drawn anew, 95 of 100 intervals hold what holds for all rows of the kind. */
    @Test
    void intervalsHoldTheTrueShareAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] labels = new byte[200];
            labels[0] = 1;
            double[] probabilities = random.doubles(200).toArray();
            Interval selected = Intervals.of(labels, probabilities, 0.7, Clusters.alone(labels.length))
                    .get("selection_rate");
            held += selected.lower() <= 0.3 && 0.3 <= selected.upper() ? 1 : 0;
        }
        assertThat(held).isBetween(180, 198);
    }

    @Test
    void theSameRowsHaveTheSameIntervals() {
        Rows rows = Rows.of(200);
        assertThat(Intervals.of(rows.labels, rows.probabilities, THRESHOLD, Clusters.alone(rows.labels.length)))
                .isEqualTo(
                        Intervals.of(rows.labels, rows.probabilities, THRESHOLD, Clusters.alone(rows.labels.length)));
    }

    @Test
    void whatRowsDoNotDefineIsLeftOut() {
        assertThat(Intervals.of(new byte[] {1, 1}, new double[] {0.2, 0.9}, THRESHOLD, Clusters.alone(2)))
                .containsKeys("log_loss", "true_positive_rate")
                .doesNotContainKeys("roc_auc", "false_positive_rate");
        assertThat(Intervals.of(new byte[] {1, 1}, new double[] {0.2, 0.9}, THRESHOLD, Clusters.alone(2))
                        .get("accuracy"))
                .isEqualTo(new Interval(0.5, null, null));
        assertThat(Intervals.of(new byte[0], new double[0], THRESHOLD, Clusters.alone(0)))
                .doesNotContainKey("roc_auc");
    }

    private static Interval auc(Rows rows) {
        return Intervals.of(rows.labels, rows.probabilities, THRESHOLD, Clusters.alone(rows.labels.length))
                .get("roc_auc");
    }

    private static final class Rows {

        private final byte[] labels;
        private final double[] probabilities;

        private Rows(byte[] labels, double[] probabilities) {
            this.labels = labels;
            this.probabilities = probabilities;
        }

        /** Positive as often as the probability says; some are equal. */
        static Rows of(int count) {
            SplittableRandom random = new SplittableRandom(7);
            byte[] labels = new byte[count];
            double[] probabilities = new double[count];
            for (int row = 0; row < count; row++) {
                probabilities[row] = random.nextInt(1, 100) / 100.0;
                labels[row] = (byte) (random.nextDouble() < probabilities[row] ? 1 : 0);
            }
            return new Rows(labels, probabilities);
        }
    }
}
