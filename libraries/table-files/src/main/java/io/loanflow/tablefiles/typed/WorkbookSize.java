package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Refuses a workbook that becomes far more than it is when it is unpacked, before anything of it is kept: all of it is unpacked once,
 * since what it says of its sizes may be wrong.
 */
final class WorkbookSize {

    /** A sheet of numbers becomes ten to thirty times its size. */
    private static final long MOST_TIMES = 200;

    private static final long NO_MATTER = 1L << 26;

    /** Bytes of the texts of all cells and the formats, which are kept in memory. */
    private static final long MOST_KEPT =
            Math.max(1L << 26, Runtime.getRuntime().maxMemory() / 16);

    private static final int MOST_PARTS = 10_000;

    private WorkbookSize() {}

    /** @throws FileRejectedException if it does */
    static void check(Path file, String fileName) throws IOException {
        long most = Math.max(NO_MATTER, MOST_TIMES * Files.size(file));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw DamagedTable.of(fileName, "Excel");
            }
            long unpacked = 0;
            for (ZipEntry part : Collections.list(zip.entries())) {
                long left = isKept(part.getName()) ? Math.min(MOST_KEPT, most - unpacked) : most - unpacked;
                unpacked += unpacked(zip, part, left, fileName);
            }
        } catch (ZipException | EOFException e) {
            throw DamagedTable.of(fileName, "Excel", e);
        }
    }

    private static boolean isKept(String part) {
        return !part.startsWith("xl/worksheets/") && part.endsWith(".xml");
    }

    private static long unpacked(ZipFile zip, ZipEntry part, long most, String fileName) throws IOException {
        long count = 0;
        byte[] block = new byte[1 << 16];
        try (InputStream content = zip.getInputStream(part)) {
            for (int length = content.read(block); length >= 0; length = content.read(block)) {
                count += length;
                if (count > most) {
                    throw new FileRejectedException(fileName
                            + ": becomes far larger when it is unpacked than a workbook does, or has more text than fits the"
                            + " memory; save the sheet as CSV (UTF-8)");
                }
            }
        }
        return count;
    }
}
