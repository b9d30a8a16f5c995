package io.loanflow.training.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.release.Verdict;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(0.9, 0);

    @Test
    void theFirstNeedsOnlyTheFloor() {
        assertThat(gate.first(new Contender(1, 0.9), 9001))
                .isEqualTo(
                        new Ruling(
                                Verdict.PROMOTED,
                                "Version 1 has ROC AUC 0.9000 on 9,001 test rows, the floor is 0.9000; there is no champion yet."));
        assertThat(gate.first(new Contender(1, 0.89996), 9001))
                .isEqualTo(new Ruling(
                        Verdict.REFUSED,
                        "Version 1 has ROC AUC 0.89996 on 9,001 test rows, below the floor of 0.90000."));
    }

    @Test
    void betterOrEqualTakesOver() {
        assertThat(gate.compare(new Contender(2, 0.97), new Contender(1, 0.96), 9001, ""))
                .isEqualTo(
                        new Ruling(
                                Verdict.PROMOTED,
                                "Version 2 has ROC AUC 0.9700 on 9,001 test rows; champion version 1 has 0.9600 on the same rows."));
        assertThat(gate.compare(new Contender(2, 0.96), new Contender(1, 0.96), 9001, "")
                        .verdict())
                .isEqualTo(Verdict.PROMOTED);
    }

    @Test
    void worseIsRefusedWithNumbersThatTellThemApart() {
        assertThat(gate.compare(new Contender(2, 0.9600004), new Contender(1, 0.9600041), 10, ""))
                .isEqualTo(
                        new Ruling(
                                Verdict.REFUSED,
                                "Version 2 has ROC AUC 0.960000 on 10 test rows; champion version 1 has 0.960004 on the same rows."));
    }

    @Test
    void theFloorHoldsAgainstAWeakChampionToo() {
        assertThat(gate.compare(new Contender(2, 0.8), new Contender(1, 0.7), 10, "; a caveat"))
                .isEqualTo(new Ruling(
                        Verdict.REFUSED, "Version 2 has ROC AUC 0.8000 on 10 test rows, below the floor of 0.9000."));
    }

    @Test
    void withinTheToleranceTakesOverAndSaysSo() {
        Gate tolerant = new Gate(0.9, 0.002);
        assertThat(tolerant.compare(new Contender(2, 0.959), new Contender(1, 0.96), 10, "; a caveat"))
                .isEqualTo(new Ruling(
                        Verdict.PROMOTED,
                        "Version 2 has ROC AUC 0.9590 on 10 test rows; champion version 1 has 0.9600 on the same rows,"
                                + " and the tolerance is 0.002; a caveat."));
        assertThat(tolerant.compare(new Contender(2, 0.957), new Contender(1, 0.96), 10, "")
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void aChampionThatCannotBeComparedLeavesTheFloor() {
        assertThat(gate.unopposed(new Contender(2, 0.95), 10, 1, "its forest.pb is damaged"))
                .isEqualTo(new Ruling(
                        Verdict.PROMOTED,
                        "Version 2 has ROC AUC 0.9500 on 10 test rows, the floor is 0.9000; champion version 1 cannot be"
                                + " compared, since its forest.pb is damaged."));
        assertThat(gate.unopposed(new Contender(2, 0.85), 10, 1, "its forest.pb is damaged")
                        .verdict())
                .isEqualTo(Verdict.REFUSED);
    }

    @Test
    void syntheticDataNeverReplacesRealData() {
        assertThat(gate.synthetic(new Contender(2, 0.99), 1))
                .isEqualTo(new Ruling(
                        Verdict.REFUSED,
                        "Version 2 was trained on synthetic data (ROC AUC 0.9900 on it), champion version 1 was not."));
    }
}
