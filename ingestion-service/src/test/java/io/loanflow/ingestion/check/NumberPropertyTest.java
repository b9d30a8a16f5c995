package io.loanflow.ingestion.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.tablefiles.NumberText;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class NumberPropertyTest {

    @Property(tries = 5_000)
    void aTextIsANumberIfAndOnlyIfItIsOneForBigDecimal(@ForAll("nearlyNumbers") String text) {
        assertThat(NumberText.of(text) != NumberText.NONE).isEqualTo(isDecimal(text));
    }

    @Property(tries = 5_000)
    void shortDecimalsAreTheNearestDouble(@ForAll("nearlyNumbers") String text) {
        double value = ShortDecimal.parse(text.toCharArray(), 0, text.length());

        if (!Double.isNaN(value)) {
            assertThat(value).isEqualTo(Double.parseDouble(text));
            assertThat(NumberText.of(text).isPlain()).isTrue();
        }
    }

    @Property
    void everyFiniteNumberIsStoredAsItself(@ForAll double number) {
        if (Double.isFinite(number)) {
            assertThat(Double.parseDouble(stored(0, Double.toString(number)))).isEqualTo(number);
            assertThat(Double.parseDouble(stored(0, new BigDecimal(number).toPlainString())))
                    .isEqualTo(number);
        }
    }

    @Property
    void everyWholeNumberIsStoredToItsLastDigit(@ForAll @LongRange(min = Long.MIN_VALUE + 2) long number) {
        assertThat(stored(1, Long.toString(number))).isEqualTo(Long.toString(number));
        assertThat(stored(1, number + ".00")).isEqualTo(Long.toString(number));
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(18);
        Arbitrary<String> between =
                Arbitraries.of("", "", ".", ".", "e", "E-", "e+", "-", "+", " ", ",", "\u0663", "f");
        return Arbitraries.oneOf(List.of(
                Arbitraries.strings().withChars("0123456789.+-eE ").ofMaxLength(12),
                digits,
                Combinators.combine(between, digits, between, digits, between)
                        .as((a, b, c, d, e) -> a + b + c + d + e)));
    }

    private static String stored(int column, String number) {
        String[] fields = {"", "", "", "yes"};
        fields[column] = number;
        return Songs.rows(Songs.HEADER + String.join(",", fields))
                .accepted()
                .get(0)
                .get(column);
    }

    private static boolean isDecimal(String text) {
        // BigDecimal also reads digits of other scripts.
        if (!text.chars().allMatch(c -> c < 128)) {
            return false;
        }
        try {
            new BigDecimal(text);
            return true;
        } catch (NumberFormatException e) {
            // Its exponents end at 32 bits; grammar has no such end.
            return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)[eE][+-]?\\d{9,}");
        }
    }
}
