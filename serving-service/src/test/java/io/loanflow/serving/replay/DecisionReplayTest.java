package io.loanflow.serving.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionReplayTest {

    /** No reason at all is said where nothing spoke against a record that is below the threshold all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[] | 1", "[{}] | 1", "[{}, {}, {}] | 3"})
    void reasonsThatWereGivenAreAskedForAgain(String given, int most) {
        assertThat(DecisionReplay.wanted(given).most()).isEqualTo(most);
    }

    @Test
    void reasonsThatWereNotWantedAreNot() {
        assertThat(DecisionReplay.wanted(null).most()).isZero();
    }
}
