package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.feature.FeatureSchema;
import java.io.IOException;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrowBatchesTest {

    private final RootAllocator allocator = new RootAllocator();
    private final ArrowBatches arrow = new ArrowBatches(Batches.SCHEMA, allocator);

    @AfterEach
    void everyBufferWasGivenBack() {
        allocator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 8191, 8192})
    void rowsComeBackAsTheyWereWritten(int rows) throws IOException {
        FeatureBatch written = Batches.batch(5, rows);

        FeatureBatch read = arrow.read(arrow.write(written));

        assertThat(read.rows()).isEqualTo(rows);
        for (int feature = 0; feature < 3; feature++) {
            assertThat(read.column(feature)).containsExactly(written.column(feature));
        }
        assertThat(read.labels()).containsExactly(written.labels());
        for (int row = 0; row < rows; row++) {
            assertThat(read.companion(0, row)).isEqualTo(written.companion(0, row));
        }
    }

    @Test
    void equalBatchesAreEqualBytesAndSmallerThanTheirNumbers() {
        byte[] bytes = arrow.write(Batches.batch(0, 8192));

        assertThat(bytes).isEqualTo(arrow.write(Batches.batch(0, 8192))).hasSizeLessThan(8192 * 8);
    }

    @Test
    void aBatchOfAnotherSchemaIsRefused() {
        FeatureSchema other = new FeatureSchema("loan", 2, List.of("a", "b", "c"), "loan_status", List.of("gender"));
        byte[] bytes = new ArrowBatches(other, allocator).write(Batches.batch(0, 3));

        assertThatThrownBy(() -> arrow.read(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void aBatchOfAnotherWidthIsNotWritten() {
        FeatureBatch narrow = new FeatureBatch(new double[1][2], new byte[2], new String[0][]);

        assertThatThrownBy(() -> arrow.write(narrow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 features and 0 companions, its schema 3 and 1");
    }
}
