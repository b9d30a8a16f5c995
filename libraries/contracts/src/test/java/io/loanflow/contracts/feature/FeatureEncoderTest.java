package io.loanflow.contracts.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class FeatureEncoderTest {

    private static final FeatureEncoder ENCODER = new FeatureEncoder(List.of(
            new NumericEncoding("income", 500, 400, 200),
            new OneHotEncoding("home", List.of("RENT", "OWN")),
            new OrdinalEncoding("education", List.of("school", "bachelor", "master"), 1),
            new NumericEncoding("age", 30, 0, 1)));

    @Test
    void featuresAreNamedInTheOrderTheyAreWritten() {
        assertThat(ENCODER.featureNames()).containsExactly("income", "home=RENT", "home=OWN", "education", "age");
    }

    @Test
    void aRowBecomesNumbers() {
        assertThat(encode(new double[] {800, 0, 0, 41}, null, "OWN", "master", null))
                .containsExactly(2, 0, 1, 2, 41);
    }

    @Test
    void missingValuesBecomeTheFittedOnes() {
        assertThat(encode(new double[] {Double.NaN, 0, 0, Double.NaN}, null, null, null, null))
                .containsExactly(0.5, 0, 0, 1, 30);
    }

    @Test
    void categoriesNotMetInTrainingAreTreatedAsMissing() {
        assertThat(encode(new double[] {400, 0, 0, 30}, null, "OTHER", "doctorate", null))
                .containsExactly(0, 0, 0, 1, 30);
    }

    @Test
    void itSurvivesAsJson() {
        String json = FeatureEncoderJson.write(ENCODER);

        assertThat(FeatureEncoderJson.read(json)).isEqualTo(ENCODER);
        assertThat(json).isEqualTo("""
                {"encodings":[\
                {"kind":"numeric","column":"income","missingValue":500.0,"mean":400.0,"deviation":200.0},\
                {"kind":"one-hot","column":"home","categories":["RENT","OWN"]},\
                {"kind":"ordinal","column":"education","categories":["school","bachelor","master"],"missingValue":1.0},\
                {"kind":"numeric","column":"age","missingValue":30.0,"mean":0.0,"deviation":1.0}]}""");
    }

    @Test
    void aFrequencyHasPlacesForWhatIsRareAndForWhatIsMissing() {
        FrequencyEncoding encoding = new FrequencyEncoding("job", List.of("clerk", "baker"));
        FeatureEncoder encoder = new FeatureEncoder(List.of(encoding));
        String json = FeatureEncoderJson.write(encoder);

        assertThat(encoder.featureNames()).containsExactly("job");
        assertThat(encoding.encode("clerk")).isEqualTo(0);
        assertThat(encoding.encode("baker")).isEqualTo(1);
        assertThat(encoding.encode("smith")).isEqualTo(2);
        assertThat(encoding.encode(null)).isEqualTo(-1);
        assertThat(json)
                .isEqualTo(
                        "{\"encodings\":[{\"kind\":\"frequency\",\"column\":\"job\",\"categories\":[\"clerk\",\"baker\"]}]}");
        assertThat(FeatureEncoderJson.read(json)).isEqualTo(encoder);
    }

    @Test
    void fittedNumbersSurviveAsJsonToTheLastBit() {
        FeatureEncoder encoder =
                new FeatureEncoder(List.of(new NumericEncoding("x", 1.0 / 3, Math.PI * 1e9, Double.MIN_VALUE)));

        assertThat(FeatureEncoderJson.read(FeatureEncoderJson.write(encoder))).isEqualTo(encoder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null?",
                "{}",
                "{\"encodings\":[{\"kind\":\"hash\",\"column\":\"x\"}]}",
                "{\"encodings\":[{\"kind\":\"numeric\",\"column\":\"x\",\"missingValue\":0,\"mean\":0,\"deviation\":0}]}"
            })
    void jsonThatIsNoEncoderIsRefused(String json) {
        assertThatThrownBy(() -> FeatureEncoderJson.read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aDeviationOfZeroIsRefused() {
        assertThatThrownBy(() -> new NumericEncoding("age", 0, 0, 0)).hasMessageContaining("column age");
        assertThatThrownBy(() -> new NumericEncoding("age", 0, 0, Double.NaN)).hasMessageContaining("column age");
    }

    private static double[] encode(double[] numbers, String... categories) {
        double[] features = new double[ENCODER.featureNames().size()];
        ENCODER.encode(numbers, categories, features);
        return features;
    }
}
