package io.loanflow.model.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanflow.contracts.feature.FeatureEncoder;
import io.loanflow.contracts.feature.FrequencyEncoding;
import io.loanflow.contracts.feature.NumericEncoding;
import io.loanflow.contracts.feature.OneHotEncoding;
import io.loanflow.contracts.feature.OrdinalEncoding;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureDecoderTest {

    private static final FeatureEncoder ENCODER = new FeatureEncoder(List.of(
            new NumericEncoding("age", 30, 0, 1),
            new NumericEncoding("income", 50_000, 48_000, 21_000),
            new OneHotEncoding("home", List.of("RENT", "OWN")),
            new OrdinalEncoding("school", List.of("low", "mid", "high"), 0.5),
            new FrequencyEncoding("job", List.of("clerk", "baker"))));

    private static final double[] NUMBERS = {44.5, 71_234.56, 0, 0, 0};
    private static final @Nullable String[] CATEGORIES = {null, null, "OWN", "high", "baker"};

    @Test
    void valuesComeBack() {
        FeatureDecoder decoder = decoder(NUMBERS, CATEGORIES);
        assertThat(decoder.numbers("age")).containsExactly(44.5);
        assertThat(decoder.numbers("income")[0]).isCloseTo(71_234.56, within(1e-9));
        assertThat(decoder.categories("home")).containsExactly("OWN");
        assertThat(decoder.categories("school")).containsExactly("high");
        assertThat(decoder.categories("job")).containsExactly("baker");
    }

    @Test
    void whatWasMissingComesBackAsWhatStoodForIt() {
        FeatureDecoder decoder = decoder(new double[] {Double.NaN, Double.NaN, 0, 0, 0}, new @Nullable String[5]);
        assertThat(decoder.numbers("age")).containsExactly(30);
        assertThat(decoder.numbers("income")[0]).isCloseTo(50_000, within(1e-9));
        assertThat(decoder.categories("home")).containsExactly((String) null);
        assertThat(decoder.categories("school")).containsExactly((String) null);
        assertThat(decoder.categories("job")).containsExactly((String) null);
    }

    @Test
    void whatAFeatureSaysIsMissingComesBackAsMissing() {
        FeatureEncoder encoder = new FeatureEncoder(List.of(
                new NumericEncoding("age", 30, 0, 1, true),
                new OrdinalEncoding("school", List.of("low", "high"), 1, true)));
        double[] features = new double[4];
        encoder.encode(new double[] {Double.NaN, 0}, new @Nullable String[2], features);
        double[][] columns = Arrays.stream(features)
                .mapToObj(feature -> new double[] {feature})
                .toArray(double[][]::new);
        FeatureDecoder decoder = new FeatureDecoder(new FeatureColumns(encoder, columns, 1));

        assertThat(features).containsExactly(30, 1, 1, 1);
        assertThat(decoder.numbers("age")).containsExactly(Double.NaN);
        assertThat(decoder.categories("school")).containsExactly((String) null);
    }

    @Test
    void knowsItsColumnsAndTheirKind() {
        FeatureDecoder decoder = decoder(NUMBERS, CATEGORIES);
        assertThat(decoder.hasNumbers("age")).isTrue();
        assertThat(decoder.hasNumbers("home")).isFalse();
        assertThat(decoder.hasCategories("home")).isTrue();
        assertThat(decoder.hasCategories("age")).isFalse();
        assertThat(decoder.hasNumbers("other") || decoder.hasCategories("other"))
                .isFalse();
    }

    private static FeatureDecoder decoder(double[] numbers, @Nullable String[] categories) {
        double[] features = new double[ENCODER.featureNames().size()];
        ENCODER.encode(numbers, categories, features);
        double[][] columns = new double[features.length][];
        for (int i = 0; i < features.length; i++) {
            columns[i] = new double[] {features[i]};
        }
        return new FeatureDecoder(new FeatureColumns(ENCODER, columns, 1));
    }
}
