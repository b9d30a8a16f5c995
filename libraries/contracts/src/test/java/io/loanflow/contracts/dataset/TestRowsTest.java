package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestRowsTest {

    @Test
    void rowsOfFilesThatFollowOneAnotherAreOneRange() {
        TestRows rows = new TestRows(List.of()).and(4, 6).and(7, 7).and(10, 12);

        assertThat(rows.text()).isEqualTo("4-7,10-12");
        assertThat(TestRows.of(rows.text())).isEqualTo(rows);
        assertThat(TestRows.of("")).isEqualTo(new TestRows(List.of()));
        assertThat(new TestRows(List.of()).text()).isEmpty();
    }

    @Test
    void aRowIsOneOfARange() {
        TestRows rows = TestRows.of("4-7,10-12");

        assertThat(List.of(1L, 3L, 8L, 9L, 13L)).noneMatch(rows::contains);
        assertThat(List.of(4L, 5L, 7L, 10L, 12L)).allMatch(rows::contains);
        assertThat(TestRows.of("").contains(1)).isFalse();
    }
}
