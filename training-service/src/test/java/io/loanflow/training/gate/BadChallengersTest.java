package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.rows.PartRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Each is kept out, and for what is wrong with it. */
class BadChallengersTest {

    private static final GateDefinition RULE = GateDefinition.DEFAULTS;
    private static final Crowd CROWD = new Crowd(9000, 1);
    private static final TestRows ROWS = CROWD.rows();
    private static final double[] CHAMPION = CROWD.model(0.9, 2);
    /** A little better than the champion. */
    private static final double[] HONEST = CROWD.model(0.5, 3);

    @Test
    void theHonestOnePasses() {
        assertThat(judge(ROWS, HONEST).verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void learnedFromShuffledLabels() {
        double[] noise = HONEST.clone();
        Random random = new Random(4);
        for (int row = noise.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            double value = noise[row];
            noise[row] = noise[other];
            noise[other] = value;
        }
        Ruling ruling = judge(ROWS, noise);

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("it is below the floor of 0.9000");
    }

    @Test
    void learnedFromAColumnThatKnowsTheAnswer() {
        Random random = new Random(5);
        double[] leak = new double[HONEST.length];
        double[] income = new double[HONEST.length];
        Arrays.setAll(leak, row -> CROWD.labels[row] + (random.nextInt(500) == 0 ? 1 : 0));
        Arrays.setAll(income, row -> random.nextDouble());
        TestRows rows = new TestRows(
                new PartRows(
                        List.of("income", "leak"),
                        ROWS.rows().companionNames(),
                        new double[][] {income, leak},
                        CROWD.labels,
                        ROWS.rows().companions()),
                new FeatureEncoder(
                        List.of(new NumericEncoding("income", 0, 0, 1), new NumericEncoding("leak", 0, 0, 1))),
                ROWS.definition());
        double[] probabilities = new double[leak.length];
        Arrays.setAll(probabilities, row -> leak[row] >= 1 ? 0.998 : 0.002);
        Ruling ruling = judge(rows, probabilities);

        assertThat(ruling.verdict()).isEqualTo(Verdict.HELD);
        assertThat(ruling.reason())
                .contains(
                        "column leak alone has a ROC AUC of 0.99",
                        "as if it knew the answer",
                        "raise gate.leak-ceiling");
    }

    /** Half of one group's scores are blurred; all rows together hardly show it, since the others are better than the champion's. */
    @Test
    void worseForOneGroup() {
        double[] others = CROWD.model(0.1, 6);
        double[] blurred = CROWD.model(3, 7);
        double[] probabilities = new double[others.length];
        Arrays.setAll(probabilities, row -> CROWD.isFemale(row) && row % 2 == 0 ? blurred[row] : others[row]);
        Ruling ruling = judge(ROWS, probabilities);

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("it is surely worse for person_gender=female: log loss 0.");
        assertThat(GateTest.of(ruling, "ROC AUC").opinion()).isEqualTo(Opinion.PASSES);
        assertThat(GateTest.of(ruling, "Log loss of person_gender=male").opinion())
                .isEqualTo(Opinion.PASSES);
    }

    @Test
    void uncalibrated() {
        Ruling ruling = judge(ROWS, changed(HONEST, probability -> Math.pow(probability, 4)));

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("it is surely worse calibrated");
        assertThat(GateTest.of(ruling, "ROC AUC").opinion()).isEqualTo(Opinion.PASSES);
    }

    /** Its threshold lets one group hardly pass. */
    @Test
    void unfair() {
        double[] probabilities = HONEST.clone();
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = CROWD.isFemale(row) && probabilities[row] > 0.5
                    ? 0.5 + (probabilities[row] - 0.5) * 0.6
                    : probabilities[row];
        }
        Contender challenger = new Contender(2, probabilities, 0.75, 1_000_000, 20_000);
        Ruling ruling = Gate.judge(new Duel(RULE, ROWS, challenger, GateTest.version(1, CHAMPION), false), "");

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason())
                .contains(
                        "the groups of person_gender fare surely less alike than under the champion",
                        "positive rows of the groups of person_gender are surely found less alike than by the champion");
    }

    @Test
    void tooLarge() {
        Contender challenger = new Contender(2, HONEST, 0.5, 700_000_000, 20_000);
        Ruling ruling = Gate.judge(new Duel(RULE, ROWS, challenger, GateTest.version(1, CHAMPION), false), "");

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason())
                .endsWith("; its folder has 700.00 MB, and gate.most-megabytes in training.yaml allows 500.0.");
    }

    private static Ruling judge(TestRows rows, double[] probabilities) {
        return Gate.judge(
                new Duel(RULE, rows, GateTest.version(2, probabilities), GateTest.version(1, CHAMPION), false), "");
    }

    private static double[] changed(double[] probabilities, DoubleUnaryOperator change) {
        return Arrays.stream(probabilities).map(change).toArray();
    }
}
