package io.loanflow.tablefiles.typed;

import com.github.luben.zstd.Zstd;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Unpacks a page. */
final class ParquetCodec {

    private ParquetCodec() {}

    /**
     * @param length that the page says it has unpacked
     * @throws IOException if it is not what it says
     * @throws FileRejectedException if it is packed in a way that is not read
     */
    static byte[] unpacked(CompressionCodec codec, byte[] packed, int length, String fileName) throws IOException {
        byte[] unpacked = switch (codec) {
            case UNCOMPRESSED -> packed;
            case SNAPPY -> snappy(packed, length);
            case GZIP -> all(new GZIPInputStream(new ByteArrayInputStream(packed)), length);
            case ZSTD -> zstd(packed, length);
            case LZ4_RAW -> all(new BlockLZ4CompressorInputStream(new ByteArrayInputStream(packed)), length);
            case LZO, BROTLI, LZ4 ->
                throw new FileRejectedException(
                        fileName + ": is packed with " + codec + "; write it with compression snappy or zstd");
        };
        if (unpacked.length != length) {
            throw new IOException("a page has another length than it says");
        }
        return unpacked;
    }

    private static byte[] snappy(byte[] packed, int length) throws IOException {
        if (Snappy.uncompressedLength(packed) != length) {
            throw new IOException("a page has another length than it says");
        }
        byte[] unpacked = new byte[length];
        Snappy.uncompress(packed, 0, packed.length, unpacked, 0);
        return unpacked;
    }

    private static byte[] zstd(byte[] packed, int length) throws IOException {
        byte[] unpacked = new byte[length];
        long count = Zstd.decompress(unpacked, packed);
        if (Zstd.isError(count) || count != length) {
            throw new IOException("a page cannot be unpacked");
        }
        return unpacked;
    }

    /** One byte more is asked for, to see that there is none. */
    private static byte[] all(InputStream content, int length) throws IOException {
        try (content) {
            return content.readNBytes(length + 1);
        }
    }
}
