package io.loanflow.tablefiles;

import io.loanflow.contracts.dataset.TableFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Tells by its first bytes whether a file can be text, and of which encoding. */
final class FileStart {

    private static final String EXPORT = "; write the table as CSV (UTF-8)";
    private static final String UNPACK = "; unpack it";

    /** What files of other kinds begin with, the longer of two first. */
    private static final List<Kind> KINDS = List.of(
            new Kind("PK\3\4", "is a zip archive within a compressed file" + UNPACK),
            new Kind(
                    "\u00d0\u00cf\u0011\u00e0",
                    "is an old Excel workbook (.xls); save it as .xlsx, or the sheet as CSV (UTF-8)"),
            new Kind("\u001f\u008b", "is compressed with gzip, twice" + UNPACK),
            new Kind("BZh", "is compressed with bzip2, twice" + UNPACK),
            new Kind("\u00fd7zXZ\0", "is compressed with xz, twice" + UNPACK),
            new Kind("(\u00b5/\u00fd", "is compressed with zstd, twice" + UNPACK),
            new Kind("7z\u00bc\u00af'\u001c", "is a 7z archive" + UNPACK),
            new Kind("Rar!\u001a", "is a rar archive" + UNPACK),
            new Kind("PAR1", "is a Parquet file within a compressed file" + UNPACK),
            new Kind("ARROW1", "is an Arrow or Feather file within a compressed file" + UNPACK),
            new Kind("Obj\1", "is an Avro file" + EXPORT),
            new Kind("SQLite format 3\0", "is an SQLite database" + EXPORT),
            new Kind("\u0089HDF", "is an HDF5 file" + EXPORT),
            new Kind("%PDF-", "is a PDF document" + EXPORT),
            new Kind("{\\rtf", "is a rich text document" + EXPORT),
            new Kind("\u00ff\u00fe\0\0", "is UTF-32 text; save it as UTF-8"),
            new Kind("\0\0\u00fe\u00ff", "is UTF-32 text; save it as UTF-8"));

    /** What text begins with that says its encoding itself. */
    private static final List<Mark> MARKS = List.of(
            new Mark("\u00ef\u00bb\u00bf", StandardCharsets.UTF_8),
            new Mark("\u00fe\u00ff", StandardCharsets.UTF_16BE),
            new Mark("\u00ff\u00fe", StandardCharsets.UTF_16LE));

    /** No header of a table looks like this: a bracket of JSON and what may follow it, or a tag. */
    private static final Pattern JSON = Pattern.compile("\\s*(?:\\{\\s*[\"}]|\\[\\s*[\\[{\\]])");

    private static final Pattern MARKUP = Pattern.compile("\\s*<[!?a-zA-Z]");
    private static final int LOOKED_AT = 1024;

    /** @param start its first bytes, a character each */
    private record Kind(String start, String flaw) {

        boolean begins(byte[] bytes, int length) {
            return startsWith(bytes, length, start.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private record Mark(String start, Charset encoding) {

        byte[] bytes() {
            return start.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * @param begin where it begins: after the byte order mark, if there is one
     */
    record Text(int begin, Charset encoding, boolean json) {}

    private FileStart() {}

    /**
     * @throws FileRejectedException if it is no text of the format
     */
    static Text text(byte[] bytes, int length, String fileName, TableFormat format) {
        Mark text = MARKS.stream()
                .filter(mark -> startsWith(bytes, length, mark.bytes()))
                .findFirst()
                .orElse(new Mark("", format.encoding()));
        String start = decoded(bytes, length, text);
        boolean json = JSON.matcher(start).lookingAt();
        String flaw = flaw(bytes, length, text);
        flaw = flaw.isEmpty() ? flawOfKind(start, json, format) : flaw;
        if (!flaw.isEmpty()) {
            throw new FileRejectedException(fileName + ": " + flaw);
        }
        return new Text(text.start().length(), text.encoding(), json);
    }

    private static String flaw(byte[] bytes, int length, Mark text) {
        if (length == text.start().length()) {
            return "is empty; it must hold rows";
        }
        String kind = KINDS.stream()
                .filter(known -> known.begins(bytes, length))
                .map(Kind::flaw)
                .findFirst()
                .orElse("");
        if (!kind.isEmpty()) {
            return kind;
        }
        if (text.start().isEmpty()
                && (looksLikeUtf16(bytes, length) || text.encoding().equals(StandardCharsets.UTF_16))) {
            return "has no byte order mark, without which UTF-16 text is not read; save it as UTF-8";
        }
        return "";
    }

    private static String flawOfKind(String start, boolean json, TableFormat format) {
        boolean wanted = format.records() != null || (format.kind() != null && format.kind() != TableFormat.Kind.CSV);
        if (json && format.kind() == TableFormat.Kind.CSV) {
            return "is JSON; remove format: csv from source";
        }
        if (MARKUP.matcher(start).lookingAt()) {
            return "is an HTML or XML document" + EXPORT;
        }
        return wanted && !json ? "is not JSON, which source says it is; remove format and records" : "";
    }

    private static String decoded(byte[] bytes, int length, Mark text) {
        int begin = text.start().length();
        return new String(bytes, begin, Math.min(length - begin, LOOKED_AT), text.encoding());
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
