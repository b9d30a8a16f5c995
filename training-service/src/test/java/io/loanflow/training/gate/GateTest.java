package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.Verdict;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.definition.GateDefinition.Evidence;
import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.definition.SureGain;
import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.evaluation.RankingCurve;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final GateDefinition RULE = GateDefinition.DEFAULTS;
    private static final Crowd CROWD = new Crowd(4000, 1);
    private static final TestRows ROWS = CROWD.rows();
    private static final double[] GOOD = CROWD.model(0.5, 2);
    private static final double[] WEAKER = CROWD.model(0.9, 3);

    @Test
    void theFirstNeedsOnlyTheFloor() {
        Ruling passed = Gate.judge(new Duel(RULE, ROWS, version(1, GOOD), null, false), "");
        Ruling failed = Gate.judge(new Duel(RULE, ROWS, version(1, CROWD.model(4, 4)), null, false), "");

        assertThat(passed.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(passed.reason())
                .matches(
                        "Version 1 has ROC AUC 0\\.9\\d+ on 4,000 test rows, the floor is 0\\.9000; there is no champion"
                                + " yet\\.");
        assertThat(passed.criteria())
                .extracting(Criterion::name)
                .contains("Floor", "Selection-rate ratio of person_gender", "Log loss of person_gender=female");
        assertThat(failed.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(failed.reason()).endsWith("; it is below the floor of 0.9000.");
    }

    @Test
    void betterTakesOver() {
        Ruling ruling = judge(GOOD, WEAKER, true);

        assertThat(ruling.verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(ruling.reason())
                .matches(
                        "Version 2 has ROC AUC 0\\.\\d+ on 4,000 test rows; champion version 1 has 0\\.\\d+ on the same rows, a"
                                + " difference of \\+0\\.\\d+ \\(95 % interval \\+0\\.\\d+ to \\+0\\.\\d+\\); log loss 0\\.\\d+ against"
                                + " 0\\.\\d+, a difference of -0\\.\\d+ \\(95 % interval -0\\.\\d+ to -0\\.\\d+\\)\\.");
        assertThat(ruling.criteria()).noneMatch(Criterion::isBad);
    }

    @Test
    void theSameModelTakesOver() {
        assertThat(judge(GOOD, GOOD, true).verdict()).isEqualTo(Verdict.PROMOTED);
        assertThat(judge(GOOD, GOOD, false).verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void worseIsRefusedWithNumbersThatTellThemApart() {
        double[] hardlyWorse = GOOD.clone();
        int positive = lowestPositive();
        hardlyWorse[positive] = Math.nextDown(0.0) + 1e-300;
        Ruling ruling = judge(hardlyWorse, GOOD, false);

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("; its ROC AUC is lower; its log loss is higher");
    }

    @Test
    void betterByLuckIsRefused() {
        Crowd few = new Crowd(200, 8);
        TestRows rows = few.rows();
        double[] champion = few.model(1.5, 9);
        double[] lucky = lucky(few, 1.5, champion);
        Ruling ruling = Gate.judge(new Duel(RULE, rows, version(2, lucky), version(1, champion), false), "");

        assertThat(of(ruling, "ROC AUC").figures().challenger())
                .isGreaterThan(of(ruling, "ROC AUC").figures().champion());
        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).contains("its ROC AUC may be lower by more than the margin of 0.005");
    }

    @Test
    void theFloorHoldsAgainstAWeakChampionToo() {
        Ruling ruling = Gate.judge(
                new Duel(RULE, ROWS, version(2, CROWD.model(4, 5)), version(1, CROWD.model(9, 6)), false),
                "; a caveat");

        assertThat(ruling.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(ruling.reason()).endsWith("; it is below the floor of 0.9000; a caveat.");
    }

    @Test
    void withinTheToleranceTakesOver() {
        GateDefinition tolerant = new GateDefinition(
                RULE.bounds(),
                new Leeway(0.05, 0.1),
                new Leeway(0.2, 0.3),
                new Evidence(0.95, 30, SureGain.NEVER),
                RULE.safeguards(),
                RULE.limits());

        assertThat(Gate.judge(new Duel(tolerant, ROWS, version(2, CROWD.model(0.7, 7)), version(1, GOOD), true), "")
                        .verdict())
                .isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void aSmallGainOnTheSameRowsIsLuck() {
        double[] hardlyBetter = lucky(CROWD, 0.5, GOOD);
        Ruling same = judge(hardlyBetter, GOOD, true);

        assertThat(same.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(same.reason()).contains("which gate.sure-gain in training.yaml asks for");
        assertThat(judge(hardlyBetter, GOOD, false).verdict()).isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void fewRowsOfALabelSayNothing() {
        Crowd few = new Crowd(60, 1);
        Ruling ruling = Gate.judge(
                new Duel(RULE, few.rows(), version(2, few.model(1, 1)), version(1, few.model(1, 2)), false), "");

        assertThat(ruling.verdict()).isEqualTo(Verdict.HELD);
        assertThat(ruling.reason())
                .matches("60 test rows, \\d+ of them positive, are too few to compare version 2 with the champion:"
                        + " gate\\.least-of-each-label in training\\.yaml asks for 30 of either label\\. Load more rows\\."
                        + " Until that is mended, the champion stays\\.");
    }

    static Ruling judge(double[] challenger, double[] champion, boolean sameRows) {
        return Gate.judge(new Duel(RULE, ROWS, version(2, challenger), version(1, champion), sameRows), "");
    }

    static Contender version(int version, double[] probabilities) {
        return new Contender(version, probabilities, 0.5, 1_000_000, 20_000);
    }

    static Criterion of(Ruling ruling, String name) {
        return ruling.criteria().stream()
                .filter(criterion -> criterion.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The scores of a model with as much noise that happens to do better. */
    private static double[] lucky(Crowd crowd, double noise, double[] champion) {
        for (int seed = 100; ; seed++) {
            double[] scores = crowd.model(noise, seed);
            if (RankingCurve.of(crowd.labels, scores).rocAuc()
                            > RankingCurve.of(crowd.labels, champion).rocAuc()
                    && ProbabilityLoss.logLoss(crowd.labels, scores)
                            < ProbabilityLoss.logLoss(crowd.labels, champion)) {
                return scores;
            }
        }
    }

    private static int lowestPositive() {
        int lowest = -1;
        for (int row = 0; row < GOOD.length; row++) {
            if (CROWD.labels[row] == 1 && (lowest < 0 || GOOD[row] < GOOD[lowest])) {
                lowest = row;
            }
        }
        return lowest;
    }
}
