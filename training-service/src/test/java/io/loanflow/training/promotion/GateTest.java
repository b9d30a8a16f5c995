package io.loanflow.training.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.evaluation.AucDifference;
import io.loanflow.training.rows.PartRows;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(new GateDefinition(0.9, 0, 0.005, 0.95, 30));

    @Test
    void theFirstNeedsOnlyTheFloor() {
        assertThat(gate.first(contender(1, 9, 10), 100))
                .isEqualTo(
                        new Ruling(
                                Verdict.PROMOTED,
                                "Version 1 has ROC AUC 0.9000 on 100 test rows, the floor is 0.9000; there is no champion yet."));
        assertThat(gate.first(contender(1, 8, 10), 100))
                .isEqualTo(new Ruling(
                        Verdict.REFUSED, "Version 1 has ROC AUC 0.8000 on 100 test rows, below the floor of 0.9000."));
    }

    @Test
    void betterOrEqualTakesOver() {
        assertThat(gate.compare(contender(2, 97, 100), contender(1, 96, 100), sure(0.01), ""))
                .isEqualTo(new Ruling(
                        Verdict.PROMOTED,
                        "Version 2 has ROC AUC 0.9700 on 101 test rows; champion version 1 has 0.9600 on the same rows, a"
                                + " difference of +0.0100 (95.00 % interval +0.0090 to +0.0110)."));
        assertThat(gate.compare(contender(2, 96, 100), contender(1, 96, 100), sure(0), "")
                        .verdict())
                .isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void worseIsRefusedWithNumbersThatTellThemApart() {
        Ruling ruling = gate.compare(contender(2, 96_000, 100_000), contender(1, 96_001, 100_000), sure(-0.00001), "");

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("ROC AUC 0.96000 on", "champion version 1 has 0.96001 on the same rows");
    }

    @Test
    void betterByLuckIsRefused() {
        AucDifference unsure = new AucDifference(0.01, -0.02, 0.04, 0.95);
        Ruling ruling = gate.compare(contender(2, 97, 100), contender(1, 96, 100), unsure, "");

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason())
                .endsWith(
                        "(95.00 % interval -0.0200 to +0.0400), so it may be worse by more than the margin of 0.005.");
    }

    @Test
    void theFloorHoldsAgainstAWeakChampionToo() {
        assertThat(gate.compare(contender(2, 8, 10), contender(1, 7, 10), sure(0.1), "; a caveat"))
                .isEqualTo(new Ruling(
                        Verdict.REFUSED, "Version 2 has ROC AUC 0.8000 on 11 test rows, below the floor of 0.9000."));
    }

    @Test
    void withinTheToleranceTakesOverAndSaysSo() {
        Gate tolerant = new Gate(new GateDefinition(0.9, 0.02, 0.05, 0.95, 30));
        Ruling ruling = tolerant.compare(contender(2, 95, 100), contender(1, 96, 100), sure(-0.01), "; a caveat");

        assertThat(ruling.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(ruling.reason()).endsWith(", and the tolerance is 0.02; a caveat.");
        assertThat(tolerant.compare(contender(2, 92, 100), contender(1, 96, 100), sure(-0.04), "")
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void fewRowsOfALabelSayNothing() {
        assertThat(gate.canSee(rows(29, 1000))).isFalse();
        assertThat(gate.canSee(rows(1000, 29))).isFalse();
        assertThat(gate.canSee(rows(30, 30))).isTrue();
        assertThat(gate.tooFew(contender(2, 9, 10), rows(10, 33)))
                .isEqualTo(new Ruling(
                        Verdict.HELD,
                        "43 test rows, 10 of them positive, are too few to compare version 2 with the champion:"
                                + " gate.least-of-each-label in training.yaml asks for 30 of either label. Load more rows."
                                + " Until that is mended, the champion stays."));
    }

    /** Two versions whose scores are equal but for noise do not take turns by it. */
    @Test
    void noiseAloneIsNoGain() {
        byte[] labels = new byte[400];
        double[] one = new double[labels.length];
        double[] two = new double[labels.length];
        Random random = new Random(1);
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (byte) (row % 4 == 0 ? 1 : 0);
            double signal = 4 * labels[row] + random.nextGaussian();
            one[row] = signal + random.nextGaussian();
            two[row] = signal + random.nextGaussian();
        }
        Contender first = new Contender(1, labels, one);
        Contender second = new Contender(2, labels, two);

        assertThat(List.of(
                        gate.compare(second, first, second.less(first, 0.95), "")
                                .verdict(),
                        gate.compare(first, second, first.less(second, 0.95), "")
                                .verdict()))
                .containsOnly(Verdict.REFUSED);
    }

    private static AucDifference sure(double difference) {
        return new AucDifference(difference, difference - 0.001, difference + 0.001, 0.95);
    }

    /** One positive row that scores above some of the negative rows and below the others. */
    private static Contender contender(int version, int below, int negatives) {
        byte[] labels = new byte[negatives + 1];
        double[] scores = new double[negatives + 1];
        for (int i = 0; i < negatives; i++) {
            scores[i] = i;
        }
        labels[negatives] = 1;
        scores[negatives] = below - 0.5;
        return new Contender(version, labels, scores);
    }

    private static TestRows rows(int positives, int negatives) {
        byte[] labels = new byte[positives + negatives];
        for (int i = 0; i < positives; i++) {
            labels[i] = 1;
        }
        return new TestRows(
                new PartRows(List.of(), List.of(), new double[0][], labels, new String[0][]),
                new FeatureEncoder(List.of()));
    }
}
