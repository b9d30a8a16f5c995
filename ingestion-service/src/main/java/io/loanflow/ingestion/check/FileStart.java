package io.loanflow.ingestion.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells by its first bytes whether a file can be UTF-8 text. */
final class FileStart {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16_SWAPPED_MARK = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private FileStart() {}

    /** Where the text begins: after the byte order mark, if there is one. */
    static int textBegin(byte[] bytes, int length, String fileName) {
        int begin = startsWith(bytes, length, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        String flaw = flaw(bytes, length, begin);
        if (!flaw.isEmpty()) {
            throw new FileRejectedException(fileName + ": " + flaw);
        }
        return begin;
    }

    private static String flaw(byte[] bytes, int length, int begin) {
        if (length == begin) {
            return "is empty; it must hold a header line and rows";
        }
        if (startsWith(bytes, length, ZIP)) {
            return "is a zip archive or an Excel workbook; unpack it, or export the sheet as CSV (UTF-8)";
        }
        if (startsWith(bytes, length, OLD_EXCEL)) {
            return "is an Excel workbook; export the sheet as CSV (UTF-8)";
        }
        if (startsWith(bytes, length, GZIP)) {
            return "is compressed with gzip; unpack it";
        }
        if (startsWith(bytes, length, PARQUET)) {
            return "is a Parquet file; write the table as CSV";
        }
        if (startsWith(bytes, length, UTF_16_MARK) || startsWith(bytes, length, UTF_16_SWAPPED_MARK)) {
            return "is UTF-16 text; save it as UTF-8";
        }
        return looksLikeUtf16(bytes, length) ? "looks like UTF-16 text; save it as UTF-8" : "";
    }

    /** Latin letters have a zero as their first or second byte there. */
    private static boolean looksLikeUtf16(byte[] bytes, int length) {
        return length >= 4
                && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0)
                        || (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0));
    }

    private static boolean startsWith(byte[] bytes, int length, byte[] start) {
        return length >= start.length && Arrays.mismatch(bytes, 0, start.length, start, 0, start.length) < 0;
    }
}
