package io.loanflow.tablefiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one file in a zip archive. */
final class OnlyFile extends FilterInputStream {

    private final ZipInputStream zip;
    private final String fileName;
    private boolean ended;

    OnlyFile(InputStream content, String fileName) throws IOException {
        this(new ZipInputStream(content), fileName);
    }

    private OnlyFile(ZipInputStream zip, String fileName) throws IOException {
        super(zip);
        this.zip = zip;
        this.fileName = fileName;
        if (!nextFile()) {
            throw new FileRejectedException(fileName + ": is a zip archive without a file in it");
        }
    }

    /** Goes to the next entry that is none of the archiver's own. */
    private boolean nextFile() throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (name.equals("[Content_Types].xml") || name.startsWith("xl/") || name.equals("mimetype")) {
                throw new FileRejectedException(fileName
                        + ": is an OpenDocument workbook, or an Excel one that is damaged or cut short; save it anew as"
                        + " .xlsx, or the sheet as CSV (UTF-8)");
            }
            if (!entry.isDirectory() && !name.startsWith("__MACOSX/") && !name.endsWith(".DS_Store")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = ended ? -1 : super.read(target, offset, length);
        if (count < 0 && !ended) {
            ended = true;
            if (nextFile()) {
                throw new FileRejectedException(
                        fileName + ": is a zip archive of several files; unpack it, and name the one to load");
            }
        }
        return count;
    }
}
