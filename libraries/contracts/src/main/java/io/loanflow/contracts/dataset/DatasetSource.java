package io.loanflow.contracts.dataset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the data set's rows come from when no file is given.
 *
 * @param files at least one, read one after the other
 * @param sha256 of the one file as published, 64 lower-case hexadecimal digits; null where it is not known, or there are several
 * @param download address of a public download of the file, which needs {@code sha256}, or of a zip archive that holds it; null where there is none
 * @param license that the data is published under, such as {@code Apache-2.0}; null where it is not known
 * @param format how the files are written
 */
public record DatasetSource(
        List<TableFile> files,
        @Nullable String sha256,
        @Nullable String download,
        @Nullable String license,
        TableFormat format) {

    public DatasetSource {
        files = List.copyOf(files);
    }

    /** One file in the {@link TableFormat#STANDARD} format. */
    public DatasetSource(String file, @Nullable String sha256, @Nullable String download, @Nullable String license) {
        this(List.of(new TableFile(file, Map.of())), sha256, download, license, TableFormat.STANDARD);
    }

    /** Whether the rows come from one file, of a name that is known. */
    public boolean isOneFile() {
        return files.size() == 1 && !files.get(0).isPattern();
    }

    /** Whether files say what their rows are for. */
    public boolean hasParts() {
        return files.get(0).part() != null;
    }

    /** Name of the first file. */
    public String file() {
        return files.get(0).file();
    }

    /** The columns that are not in the files, since all rows of a file have one value in them. */
    public Set<String> constantColumns() {
        return files.get(0).with().keySet();
    }
}
