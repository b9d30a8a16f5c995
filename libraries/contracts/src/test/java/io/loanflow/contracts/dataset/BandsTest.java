package io.loanflow.contracts.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandsTest {

    private final Bands ages = new Bands(List.of(18.0, 25.0, 40.0, 62.0));

    @ParameterizedTest
    @CsvSource({
        "-1, below 18",
        "17.999, below 18",
        "18, 18 to 25",
        "24.999, 18 to 25",
        "25, 25 to 40",
        "61, 40 to 62",
        "62, 62 and above",
        "1e9, 62 and above"
    })
    void aBandHoldsItsLowerEdgeAndNotItsUpperOne(double age, String band) {
        assertThat(ages.nameOf(age)).isEqualTo(band);
        assertThat(ages.names()).contains(band);
    }

    @Test
    void edgesRise() {
        assertThatThrownBy(() -> new Bands(List.of(25.0, 18.0))).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new Bands(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
