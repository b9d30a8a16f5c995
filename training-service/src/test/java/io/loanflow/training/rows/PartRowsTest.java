package io.loanflow.training.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.feature.FeatureSchema;
import io.loanflow.model.TargetLabels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartRowsTest {

    private static final TargetLabels LABELS = new TargetLabels("no", "yes");

    @Test
    void rowsSayWhichOfThemAreOfAGroup() {
        assertThat(rows(List.of("sex", FeatureSchema.GROUP), new String[][] {{"a", "b", "a"}, {"7", "", "65535"}})
                        .labelled(LABELS, Map.of())
                        .groups())
                .containsExactly(7, -1, 65_535);
    }

    @Test
    void rowsOfADataSetWithoutGroupsHaveNone() {
        assertThat(rows(List.of("sex"), new String[][] {{"a", "b", "a"}})
                        .labelled(LABELS, Map.of())
                        .groups())
                .isNull();
    }

    private static PartRows rows(List<String> companionNames, String[][] companions) {
        return new PartRows(List.of("x"), companionNames, new double[][] {{1, 2, 3}}, new byte[] {0, 1, 1}, companions);
    }
}
