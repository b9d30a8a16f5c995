package io.loanflow.featurebatches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;

/**
 * A batch as it lies in Redis, made by {@code LOANFLOW_WRITE_GOLDEN=1} and this test. Other programs read it too; with pyarrow:
 * {@code pyarrow.ipc.open_stream("batch.arrow").read_all()}.
 */
class GoldenBatchTest {

    private static final String FILE = "batch.arrow";

    @Test
    void storedBatchesStayReadable() throws IOException {
        try (RootAllocator allocator = new RootAllocator()) {
            ArrowBatches arrow = new ArrowBatches(Batches.SCHEMA, allocator);
            if (System.getenv("LOANFLOW_WRITE_GOLDEN") != null) {
                Files.write(Path.of("src/test/resources", FILE), arrow.write(Batches.batch(0, 20)));
            }

            FeatureBatch stored = arrow.read(golden());

            assertThat(stored.column(0)).containsExactly(Batches.batch(0, 20).column(0));
            assertThat(stored.labels()).containsExactly(Batches.batch(0, 20).labels());
            assertThat(stored.companion(0, 1)).isEqualTo("männlich");
            assertThat(stored.companion(0, 5)).isEmpty();
        }
    }

    private static byte[] golden() throws IOException {
        try (InputStream file = GoldenBatchTest.class.getResourceAsStream("/" + FILE)) {
            assertThat(file).as(FILE + " on the test class path").isNotNull();
            return file.readAllBytes();
        }
    }
}
