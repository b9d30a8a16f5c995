package io.loanflow.localservers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, which mostly say why a server did not start or a command failed. */
public final class LogTail {

    private static final int BYTES = 8 * 1024;
    private static final int LINES = 20;

    private LogTail() {}

    public static String of(Path log) {
        return of(log, 0);
    }

    /** @param begin of what counts, in bytes */
    public static String of(Path log, long begin) {
        List<String> lines = lines(log, begin);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    /** The lines that are marked as errors: what was written after them may be advice on everything that is ever wrong. Else the last ones. */
    static String errors(Path log, long begin) {
        List<String> errors = lines(log, begin).stream()
                .filter(line -> line.contains("ERROR"))
                .toList();
        return errors.isEmpty()
                ? of(log, begin)
                : String.join("\n", errors.subList(Math.max(0, errors.size() - LINES), errors.size()));
    }

    private static List<String> lines(Path log, long begin) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(Math.min(begin, file.length()), file.length() - BYTES));
            byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
