package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    private final Column age = number(ColumnType.REAL, new ValueRange(18, 100), "years");
    private final Column count = number(ColumnType.INTEGER, null, null);
    private final Column home = new Column(
            "home",
            "Home",
            ColumnType.NOMINAL,
            ColumnRole.FEATURE,
            null,
            null,
            List.of("RENT", "OWN"),
            null,
            false,
            ColumnEncodingRule.ONE_HOT,
            null,
            Map.of("RENT", "Living for rent"));

    @ParameterizedTest
    @ValueSource(doubles = {18, 18.5, 100})
    void numbersWithinTheRangeAreAllowedLimitsIncluded(double value) {
        assertThat(age.allows(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {17.999, 100.001, -18, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void otherNumbersAreNot(double value) {
        assertThat(age.allows(value)).isFalse();
    }

    @Test
    void anIntegerColumnAllowsAnyWholeNumberWhereItHasNoRange() {
        assertThat(count.allows(-1e12)).isTrue();
        assertThat(count.allows(1.5)).isFalse();
        assertThat(count.allows(Double.NaN)).isFalse();
    }

    @Test
    void aCategoryIsAllowedAsItIsWrittenOnly() {
        assertThat(home.allows("RENT")).isTrue();
        assertThat(home.allows("rent")).isFalse();
        assertThat(home.allows("RENT ")).isFalse();
        assertThat(home.allows("")).isFalse();
        assertThat(home.allows(1)).isFalse();
        assertThat(age.allows("18")).isFalse();
    }

    @Test
    void whatIsAllowedReadsAsTheEndOfASentence() {
        assertThat(age.allowed()).isEqualTo("a number from 18 to 100 (years)");
        assertThat(count.allowed()).isEqualTo("a whole number");
        assertThat(home.allowed()).isEqualTo("one of RENT, OWN");
        assertThat(number(ColumnType.REAL, new ValueRange(0, 10_000_000), null).allowed())
                .isEqualTo("a number from 0 to 10000000");
    }

    @Test
    void aReasonIsCalledAsTheDefinitionSaysElseByItsDescription() {
        assertThat(home.reason("RENT")).isEqualTo("Living for rent");
        assertThat(home.reason("OWN")).isEqualTo("Home: OWN");
        assertThat(age.reason(Column.LOW)).isEqualTo("Age: low");
    }

    @Test
    void aRangeUpsideDownOrWithoutEndIsRefused() {
        assertThatThrownBy(() -> new ValueRange(2, 1)).hasMessageContaining("the smaller first");
        assertThatThrownBy(() -> new ValueRange(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ValueRange(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Column number(ColumnType type, ValueRange range, String unit) {
        return new Column(
                "age",
                "Age",
                type,
                ColumnRole.FEATURE,
                unit,
                range,
                List.of(),
                null,
                false,
                ColumnEncodingRule.AS_IS,
                null,
                Map.of());
    }
}
