package io.loanflow.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class CalibrationTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final IsotonicCalibration ISOTONIC =
            new IsotonicCalibration(List.of(0.2, 0.4, 0.8), List.of(0.1, 0.1, 0.9));

    @Test
    void plattScalingIsALogisticCurveOverTheLogOdds() {
        assertThat(new PlattScaling(1, 0).probability(0.3)).isCloseTo(0.3, within(1e-12));
        assertThat(new PlattScaling(2, 0).probability(0.75)).isCloseTo(0.9, within(1e-12));
        assertThat(new PlattScaling(1, Math.log(3)).probability(0.5)).isCloseTo(0.75, within(1e-12));
        assertThat(new PlattScaling(1, 0).probability(0)).isCloseTo(1e-4, within(1e-12));
    }

    @Test
    void isotonicCalibrationGoesStraightBetweenKnotsAndStaysBeyondThem() {
        assertThat(ISOTONIC.probability(0)).isEqualTo(0.1);
        assertThat(ISOTONIC.probability(0.3)).isEqualTo(0.1);
        assertThat(ISOTONIC.probability(0.6)).isCloseTo(0.5, within(1e-12));
        assertThat(ISOTONIC.probability(0.8)).isEqualTo(0.9);
        assertThat(ISOTONIC.probability(1)).isEqualTo(0.9);
    }

    @Test
    void noCalibrationChangesTheOrderOfScores() {
        for (Calibration calibration : List.of(new Uncalibrated(), new PlattScaling(0.3, 5), ISOTONIC)) {
            double last = 0;
            for (double score = 0; score <= 1; score += 1.0 / 1024) {
                double probability = calibration.probability(score);
                assertThat(probability).isBetween(last, 1.0);
                last = probability;
            }
        }
    }

    @Test
    void everyCalibrationComesBackFromJsonAsItWas() {
        for (Calibration calibration : List.of(new Uncalibrated(), new PlattScaling(1.0 / 3, -1e-9), ISOTONIC)) {
            String json = MAPPER.writeValueAsString(calibration);

            assertThat(json).contains("\"method\":\"" + calibration.method() + "\"");
            assertThat(MAPPER.readValue(json, Calibration.class)).isEqualTo(calibration);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\": \"platt\", \"slope\": -1, \"intercept\": 0}",
                "{\"method\": \"isotonic\", \"scores\": [], \"probabilities\": []}",
                "{\"method\": \"isotonic\", \"scores\": [0.1, 0.2], \"probabilities\": [0.5]}",
                "{\"method\": \"isotonic\", \"scores\": [0.1, 0.1], \"probabilities\": [0.5, 0.6]}",
                "{\"method\": \"isotonic\", \"scores\": [0.1, 0.2], \"probabilities\": [0.5, 0.4]}",
                "{\"method\": \"isotonic\", \"scores\": [0.1, 0.2], \"probabilities\": [0.5, 1.4]}",
                "{\"method\": \"magic\"}"
            })
    void whatIsNoCalibrationIsNotRead(String json) {
        assertThatThrownBy(() -> MAPPER.readValue(json, Calibration.class)).isInstanceOf(JacksonException.class);
    }
}
