package io.loanflow.tablefiles.typed;

import io.loanflow.contracts.dataset.TableFormat;
import io.loanflow.tablefiles.FileRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Tells by a file's first bytes whether it is one of typed values, and opens it. */
public final class TypedFormat {

    private static final int LONGEST_START = 6;
    private static final String WORKBOOK = "xl/workbook.xml";

    private TypedFormat() {}

    /**
     * @param fileName for messages
     * @return empty where the file is text, perhaps packed, and the definition does not say otherwise
     * @throws FileRejectedException if it is no such table, or another one than the definition says
     */
    public static Optional<TypedTable> open(Path file, String fileName, TableFormat format) throws IOException {
        TableFormat.Kind found = kind(file);
        TableFormat.Kind said = format.kind();
        if (said != null && said.isTyped() && found != said) {
            throw new FileRejectedException(fileName + ": is no file of format " + name(said)
                    + ", which source says it is; " + (found == null ? "correct" : "write " + name(found) + " as")
                    + " format, or remove it");
        }
        if (found == null) {
            return Optional.empty();
        }
        if (said != null && said != found) {
            throw new FileRejectedException(fileName + ": is a file of format " + name(found) + "; remove format: "
                    + name(said) + " from source");
        }
        if (!format.header()) {
            throw new FileRejectedException(fileName + ": names its columns itself; remove header: false from source");
        }
        return Optional.of(
                switch (found) {
                    case PARQUET -> ParquetTable.open(file, fileName);
                    case ARROW -> ArrowTable.open(file, fileName);
                    default -> XlsxTable.open(file, fileName, format);
                });
    }

    /** Null of a file of text. */
    private static TableFormat.@Nullable Kind kind(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(LONGEST_START);
        }
        if (begins(start, "PAR1") || begins(start, "PARE")) {
            return TableFormat.Kind.PARQUET;
        }
        if (isTyped(start)) {
            return TableFormat.Kind.ARROW;
        }
        return begins(start, "PK\3\4") && isWorkbook(file) ? TableFormat.Kind.XLSX : null;
    }

    /** Whether a file that begins so is one, if it is whole; a workbook begins as every zip archive does. */
    public static boolean isTyped(byte[] start) {
        return begins(start, "PAR1") || begins(start, "ARROW1") || begins(start, "\u00ff\u00ff\u00ff\u00ff");
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry(WORKBOOK) != null;
        } catch (ZipException | EOFException e) {
            // Cut short, or packed in a way that only a stream can be read: whoever unpacks it says so.
            return false;
        }
    }

    private static boolean begins(byte[] bytes, String start) {
        if (bytes.length < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if ((bytes[i] & 0xff) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String name(TableFormat.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
