package io.loanflow.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.training.fixture.LoanTable;
import io.loanflow.training.rows.PartRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

    private static final List<String> VALUES = List.of("a", "b", "c", "d");

    @Test
    void smallGroupsAreOneTogether() {
        Grouping grouping = Grouping.of("letter", VALUES, rows("a", "a", "a", "b", "c", "c", "", "z"), 3);

        assertThat(grouping.groups()).containsExactly("a", "b or c");
        assertThat(grouping.unseen()).isEmpty();
        assertThat(grouping.rows(0)).containsExactly(0, 1, 2);
        assertThat(grouping.rows(1)).containsExactly(3, 4, 5);
        assertThat(grouping.name(1)).isEqualTo("letter=b or c");
    }

    @Test
    void whatIsSmallEvenTogetherIsNotSeen() {
        Grouping grouping = Grouping.of("letter", VALUES, rows("a", "a", "a", "b", "c"), 3);

        assertThat(grouping.groups()).containsExactly("a");
        assertThat(grouping.unseen()).containsExactly("b", "c");
        assertThat(grouping.rows(0)).containsExactly(0, 1, 2);
    }

    @Test
    void ofRatesOfPositivesOnlyGroupsWithPositivesAreLeft() {
        Grouping grouping = Grouping.of("letter", VALUES, rows("a", "a", "b", "b"), 2);

        assertThat(grouping.groupsOfPositives(new byte[] {1, 1, 1, 0}, 2)).containsExactly(0, 0, -1, -1);
    }

    private static TestRows rows(String... letters) {
        return new TestRows(
                new PartRows(
                        List.of(), List.of("letter"), new double[0][], new byte[letters.length], new String[][] {letters
                        }),
                new FeatureEncoder(List.of()),
                LoanTable.definitionOfRepository());
    }
}
