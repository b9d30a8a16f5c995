package io.loanflow.tablefiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class UnpackedContentTest {

    private static final int MEBIBYTE = 1 << 20;

    @Test
    void aSmallFileThatBecomesAnEnormousOneIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new ZstdOutputStream(bytes)) {
            writeSame(packed, 300);
        }

        assertThat(bytes.size()).isLessThan(MEBIBYTE / 8);
        assertThatThrownBy(() -> unpackedBytes(bytes))
                .isInstanceOf(FileRejectedException.class)
                .hasMessageStartingWith("table.csv: becomes more than 1,000 times its size");
    }

    @Test
    void whatGzipCanPackIsNeverTooMuch() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            writeSame(packed, 300);
        }

        assertThat(unpackedBytes(bytes)).isEqualTo(300L * MEBIBYTE);
    }

    @Test
    void packedFilesAreKnownByTheirFirstBytes() {
        assertThat(UnpackedContent.isPacked("PK\3\4..".getBytes(StandardCharsets.ISO_8859_1)))
                .isTrue();
        assertThat(UnpackedContent.isPacked("age,income".getBytes(StandardCharsets.ISO_8859_1)))
                .isFalse();
        assertThat(UnpackedContent.isPacked(new byte[0])).isFalse();
    }

    private static void writeSame(OutputStream packed, int mebibytes) throws IOException {
        byte[] same = new byte[MEBIBYTE];
        Arrays.fill(same, (byte) '1');
        for (int i = 0; i < mebibytes; i++) {
            packed.write(same);
        }
    }

    private static long unpackedBytes(ByteArrayOutputStream packed) throws IOException {
        try (InputStream content = UnpackedContent.of(new ByteArrayInputStream(packed.toByteArray()), "table.csv")) {
            return content.transferTo(OutputStream.nullOutputStream());
        }
    }
}
