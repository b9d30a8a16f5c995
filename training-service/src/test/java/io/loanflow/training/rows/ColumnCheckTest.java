package io.loanflow.training.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.training.definition.LeakageLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ColumnCheckTest {

    private static final int ROWS = 1000;

    private final List<String> features = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();

    @Test
    void ordinaryColumnsAreNotSpokenOf() {
        feature("age", row -> row * 7919 % 61);
        feature("home=RENT", row -> row * 31 % 5 == 0 ? 1 : 0);
        feature("home=OWN", row -> row * 31 % 5 == 1 ? 1 : 0);

        assertThat(ColumnCheck.judge(LeakageLimits.DEFAULTS, rows())).isNull();
    }

    @Test
    void aColumnThatKnowsTheAnswerStopsTheTrainingWithTheRemedy() {
        feature("age", row -> row * 7919 % 61);
        feature("paid_back", row -> isPositive(row) ? 1000 + row : row % 900);

        assertThatThrownBy(() -> ColumnCheck.judge(LeakageLimits.DEFAULTS, rows()))
                .isInstanceOf(TrainingImpossibleException.class)
                .hasMessageStartingWith("By itself, paid_back tells the label (AUC 1.000).")
                .hasMessageContaining("role ignored")
                .hasMessageContaining("leakage.refuse in training.yaml, which is 0.99");
    }

    @Test
    void categoriesAndMissingValuesMayKnowItToo() {
        feature("reason=poor", row -> isPositive(row) ? 0 : 1);
        feature("reason=good", row -> isPositive(row) ? 1 : 0);
        feature("rate", row -> 7);
        feature("rate=missing", row -> isPositive(row) ? 1 : 0);

        assertThatThrownBy(() -> ColumnCheck.judge(LeakageLimits.DEFAULTS, rows()))
                .hasMessageContaining(
                        "reason tells the label (AUC 1.000), and that rate is missing tells the label (AUC 1.000)");
    }

    @Test
    void aColumnThatNearlyKnowsItIsNamed() {
        feature("score", row -> isPositive(row) != (row % 20 == 0) ? 1 : 0);

        assertThat(ColumnCheck.judge(LeakageLimits.DEFAULTS, rows()))
                .startsWith("By itself, score tells the label (AUC 0.9")
                .endsWith("is it known before the decision? If not, give it the role ignored.");
        assertThat(ColumnCheck.judge(new LeakageLimits(0.99, 1), rows())).isNull();
    }

    @Test
    void moreOneHotFeaturesThanATenthOfTheRowsAreNamedWithTheRemedy() {
        for (int town = 0; town < 101; town++) {
            int of = town;
            feature("town=t" + town, row -> row * 7919 % 101 == of ? 1 : 0);
        }

        assertThat(ColumnCheck.judge(LeakageLimits.DEFAULTS, rows()))
                .isEqualTo(
                        "101 one-hot features of 1,000 training rows are more than a tenth, and learnt by heart (town 101 of"
                                + " them): use encoding: frequency, or other: {below: 0.01}.");
    }

    private static boolean isPositive(int row) {
        return row * 37 % 100 < 40;
    }

    private void feature(String name, IntToDoubleFunction value) {
        features.add(name);
        double[] column = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            column[row] = value.applyAsDouble(row);
        }
        columns.add(column);
    }

    private PartRows rows() {
        byte[] labels = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = (byte) (isPositive(row) ? 1 : 0);
        }
        return new PartRows(features, List.of(), columns.toArray(double[][]::new), labels, new String[0][]);
    }
}
