package io.loanflow.tablefiles.typed;

import io.loanflow.tablefiles.FileRejectedException;
import java.util.Locale;

/** What the pages of a row group that are read at one time may take. Who wrote the file chose their size. */
final class PageMemory {

    private static final long LEAST = 1L << 27;

    private final String fileName;
    private final long most = Math.max(LEAST, Runtime.getRuntime().maxMemory() / 4);
    private long taken;

    PageMemory(String fileName) {
        this.fileName = fileName;
    }

    /** @throws FileRejectedException if there is no room for so many bytes more */
    void take(long bytes) {
        if (bytes > most - taken) {
            throw new FileRejectedException(String.format(
                    Locale.ROOT,
                    "%s: has pages that take more than %,d MB at a time when they are unpacked; write it with smaller"
                            + " pages (data_page_size), or fewer columns",
                    fileName,
                    most >> 20));
        }
        taken += bytes;
    }

    void free(long bytes) {
        taken -= bytes;
    }
}
