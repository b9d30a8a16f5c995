package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureManifestJsonTest {

    private static final List<StoredBatch> TRAIN =
            List.of(new StoredBatch(8192, 1800, 70_000, "aa"), new StoredBatch(808, 225, 7_000, "bb"));
    private static final List<StoredBatch> TEST = List.of(new StoredBatch(1_000, 200, 9_000, "cc"));
    private static final FeatureManifest MANIFEST = new FeatureManifest(
            Batches.DEFINITION,
            Batches.SCHEMA,
            Batches.ENCODER,
            TRAIN,
            TEST,
            FeatureManifest.digest(Batches.DEFINITION, Batches.SCHEMA, Batches.ENCODER, TRAIN, TEST),
            Batches.RUN,
            1.5);

    @Test
    void theManifestComesBackAsItWasWritten() {
        assertThat(FeatureManifestJson.read("k", FeatureManifestJson.write(MANIFEST)))
                .isEqualTo(MANIFEST);
    }

    @Test
    void theReferenceCountsBatchesAndRows() {
        assertThat(MANIFEST.reference("p")).satisfies(reference -> {
            assertThat(reference.trainBatches()).isEqualTo(2);
            assertThat(reference.testBatches()).isEqualTo(1);
            assertThat(reference.trainRows()).isEqualTo(9_000);
            assertThat(reference.testRows()).isEqualTo(1_000);
            assertThat(reference.sha256()).isEqualTo(MANIFEST.sha256());
        });
    }

    @Test
    void classSharesAreThoseOfEachPart() {
        assertThat(MANIFEST.trainPositiveShare()).isEqualTo(0.225);
        assertThat(MANIFEST.testPositiveShare()).isEqualTo(0.2);
    }

    @Test
    void aChangedEncoderIsNoticed() {
        String json = new String(FeatureManifestJson.write(MANIFEST), StandardCharsets.UTF_8);
        byte[] changed =
                json.replace("\"missingValue\":100.0", "\"missingValue\":101.0").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FeatureManifestJson.read("loanflow:{x}:manifest", changed))
                .isInstanceOf(FeatureBatchesLostException.class)
                .hasMessageContaining("loanflow:{x}:manifest");
    }

    @Test
    void whatIsNoManifestIsLost() {
        for (String text : List.of("", "{", "{}", "null", "[1]")) {
            assertThatThrownBy(() -> FeatureManifestJson.read("k", text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(FeatureBatchesLostException.class);
        }
    }
}
