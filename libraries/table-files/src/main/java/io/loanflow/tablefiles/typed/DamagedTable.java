package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;

/** What is said of a file that does not hold what it says it holds. */
final class DamagedTable {

    private DamagedTable() {}

    static FileRejectedException of(String fileName, String format) {
        return new FileRejectedException(message(fileName, format));
    }

    /** @param cause what the library says */
    static FileRejectedException of(String fileName, String format, Throwable cause) {
        return new FileRejectedException(message(fileName, format), cause);
    }

    private static String message(String fileName, String format) {
        return fileName + ": is no " + format + " file any more; it is damaged or cut short: write or send it again";
    }
}
