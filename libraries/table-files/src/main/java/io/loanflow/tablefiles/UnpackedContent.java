package io.loanflow.tablefiles;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
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

    private static final List<String> STARTS =
            List.of("\u001f\u008b", "BZh", "\u00fd7zXZ\0", "(\u00b5/\u00fd", "PK\3\4");

    /** So many times its size a packed file may become; gzip reaches no more, and a table seldom a hundredth of it. */
    static final long MOST_TIMES = 1032;

    /** What is unpacked up to here is no matter. */
    private static final long NO_MATTER = 1L << 28;

    private final Original original;
    private final String fileName;
    private long unpacked;

    /** Whether a file that begins so is packed. */
    public static boolean isPacked(byte[] start) {
        return STARTS.stream().anyMatch(known -> begins(start, known));
    }

    /** Throws {@link DamagedException} as it is read, if what is packed cannot be unpacked. */
    public static UnpackedContent of(InputStream content, String fileName) throws IOException {
        BufferedInputStream start = new BufferedInputStream(content, 1 << 16);
        start.mark(LONGEST_START);
        byte[] first = start.readNBytes(LONGEST_START);
        start.reset();
        Original original = new Original(start);
        try {
            return new UnpackedContent(unpacked(first, original, fileName), original, fileName);
        } catch (IOException | RuntimeException e) {
            throw original.damagedBy(e);
        }
    }

    private UnpackedContent(InputStream unpacked, Original original, String fileName) {
        super(unpacked);
        this.original = original;
        this.fileName = fileName;
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
            int count = super.read(target, offset, length);
            requireModest(count);
            return count;
        } catch (IOException | RuntimeException e) {
            throw original.damagedBy(e);
        }
    }

    /** A few kilobytes may become terabytes, which nobody wants read. */
    private void requireModest(int count) {
        unpacked += Math.max(count, 0);
        if (unpacked > NO_MATTER && unpacked / MOST_TIMES > original.bytes) {
            throw new FileRejectedException(
                    fileName + ": becomes more than 1,000 times its size when it is unpacked; unpack it by"
                            + " hand if that is meant");
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
        private long bytes;

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
                int count = super.read(target, offset, length);
                bytes += Math.max(count, 0);
                return count;
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
