package io.loanflow.tablefiles.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedArrowTest {

    private static final Path FILES = Path.of("src/test/resources/typed");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"batches.arrow", "stream.arrow", "lz4.feather"})
    void aDamagedFileLeavesNoMemoryBehind(String name) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(name));
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] wrong = whole.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                wrong[8 + random.nextInt(wrong.length - 8)] = (byte) random.nextInt(256);
            }
            refused += isRefused(Files.write(directory.resolve("wrong"), wrong)) ? 1 : 0;

            assertThat(ArrowTable.HELD).hasValue(0);
        }
        assertThat(refused).isPositive();
    }

    private static boolean isRefused(Path file) throws IOException {
        try (TypedTable table =
                TypedFormat.open(file, "songs", TableFormat.STANDARD).orElseThrow()) {
            BitSet all = new BitSet();
            all.set(0, table.names().size());
            table.start(all);
            while (table.next()) {
                // The batches are what takes memory.
            }
            return false;
        } catch (FileRejectedException e) {
            return true;
        }
    }
}
