package io.loanflow.contracts.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.DatasetCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeatureSchemaTest {

    private static final FeatureSchema SCHEMA =
            new FeatureSchema("loan", 1, List.of("age", "income"), "status", List.of("gender"));

    /** Stored batches and models carry it: a change here makes all of them strangers. */
    @Test
    void theFingerprintStaysWhatItWas() {
        assertThat(SCHEMA.fingerprint())
                .isEqualTo(Sha256.hex("loan\n1\nage\tincome\nstatus\ngender".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("f0b9b21a3012fc06e7154e7bbc15794ca2fa4e5f51c46cfcaa4fe2ad6c6643f5");
    }

    @Test
    void everyPartOfTheSchemaChangesTheFingerprint() {
        Stream<FeatureSchema> others = Stream.of(
                new FeatureSchema("song", 1, List.of("age", "income"), "status", List.of("gender")),
                new FeatureSchema("loan", 2, List.of("age", "income"), "status", List.of("gender")),
                new FeatureSchema("loan", 1, List.of("income", "age"), "status", List.of("gender")),
                new FeatureSchema("loan", 1, List.of("age", "income"), "target", List.of("gender")),
                new FeatureSchema("loan", 1, List.of("age", "income"), "status", List.of()),
                new FeatureSchema("loan", 1, List.of("age"), "status", List.of("income", "gender")));

        assertThat(others.map(FeatureSchema::fingerprint))
                .doesNotHaveDuplicates()
                .doesNotContain(SCHEMA.fingerprint());
    }

    @Test
    void protectedAndSliceColumnsTravelBesideTheFeatures() {
        FeatureEncoder encoder = new FeatureEncoder(List.of(new NumericEncoding("person_age", 30, 0, 1)));

        FeatureSchema schema = FeatureSchema.of(new DatasetCatalog(Path.of("../../data")).definition("loan"), encoder);

        assertThat(schema.companions()).containsExactly("person_gender", "previous_loan_defaults_on_file");
        assertThat(schema.features()).containsExactly("person_age");
        assertThat(schema.target()).isEqualTo("loan_status");
    }
}
