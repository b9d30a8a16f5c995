package io.loanflow.tablefiles;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * A file's content, unpacked if its first bytes say that it is compressed with gzip, bzip2, xz or zstd, or a zip archive of one file.
 * Closing it does not close the content.
 */
public final class UnpackedContent extends FilterInputStream {

    /** So much memory may what was packed ask for, in KiB: xz -9 needs 64 MiB. */
    private static final int XZ_MEMORY = 128 * 1024;

    private static final int LONGEST_START = 6;

    private final Original original;

    /** Throws {@link DamagedException} as it is read, if what is packed cannot be unpacked. */
    static UnpackedContent of(InputStream content, String fileName) throws IOException {
        BufferedInputStream start = new BufferedInputStream(content, 1 << 16);
        start.mark(LONGEST_START);
        byte[] first = start.readNBytes(LONGEST_START);
        start.reset();
        Original original = new Original(start);
        try {
            return new UnpackedContent(unpacked(first, original, fileName), original);
        } catch (IOException | RuntimeException e) {
            throw original.damagedBy(e);
        }
    }

    private UnpackedContent(InputStream unpacked, Original original) {
        super(unpacked);
        this.original = original;
    }

    private static InputStream unpacked(byte[] first, Original original, String fileName) throws IOException {
        if (begins(first, "\u001f\u008b")) {
            return GzipCompressorInputStream.builder()
                    .setInputStream(original)
                    .setDecompressConcatenated(true)
                    .get();
        }
        if (begins(first, "BZh")) {
            return new BZip2CompressorInputStream(original, true);
        }
        if (begins(first, "\u00fd7zXZ\0")) {
            return XZCompressorInputStream.builder()
                    .setInputStream(original)
                    .setDecompressConcatenated(true)
                    .setMemoryLimitKiB(XZ_MEMORY)
                    .get();
        }
        if (begins(first, "(\u00b5/\u00fd")) {
            return new ZstdCompressorInputStream(original);
        }
        return begins(first, "PK\3\4") ? new OnlyFile(original, fileName) : original;
    }

    private static boolean begins(byte[] first, String start) {
        byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
        return first.length >= bytes.length && Arrays.equals(first, 0, bytes.length, bytes, 0, bytes.length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (IOException | RuntimeException e) {
            throw original.damagedBy(e);
        }
    }

    /** What is packed is not what it says. */
    public static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1;

        DamagedException(Exception cause) {
            super(cause);
        }
    }

    /** Tells a file that cannot be read from one that cannot be unpacked. */
    private static final class Original extends FilterInputStream {

        private boolean failed;

        Original(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException | RuntimeException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public void close() {
            // The content belongs to the caller.
        }

        IOException damagedBy(Exception e) throws IOException {
            if (e instanceof FileRejectedException rejected) {
                throw rejected;
            }
            if (failed && e instanceof RuntimeException bug) {
                throw bug;
            }
            return failed && e instanceof IOException unreadable ? unreadable : new DamagedException(e);
        }
    }
}
