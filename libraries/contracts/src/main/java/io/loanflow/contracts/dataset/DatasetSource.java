package io.loanflow.contracts.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Where the data set's file comes from when none is given.
 *
 * @param file name of the file beside the definition
 * @param sha256 of that file as published, 64 lower-case hexadecimal digits; null where it is not known
 * @param download address of a public download of the file, which needs {@code sha256}, or of a zip archive that holds it; null where there is none
 * @param license that the data is published under, such as {@code Apache-2.0}; null where it is not known
 * @param format how the file is written
 */
public record DatasetSource(
        String file,
        @Nullable String sha256,
        @Nullable String download,
        @Nullable String license,
        TableFormat format) {

    /** A file in the {@link TableFormat#STANDARD} format. */
    public DatasetSource(String file, @Nullable String sha256, @Nullable String download, @Nullable String license) {
        this(file, sha256, download, license, TableFormat.STANDARD);
    }
}
