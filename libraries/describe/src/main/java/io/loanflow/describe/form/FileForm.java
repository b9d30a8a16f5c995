package io.loanflow.describe.form;

import io.loanflow.contracts.dataset.TableFormat;
import java.util.List;

/**
 * How a file is written.
 *
 * @param names what its header calls the columns; none where it has no header, or is JSON. Where two are the same, the format has no
 *     header, and the line is skipped
 * @param width fields of a line; 0 for JSON
 * @param packed whether it is compressed
 */
public record FileForm(TableFormat format, Layout layout, List<String> names, int width, boolean packed) {

    /** What rows are in. */
    public enum Layout {
        LINES,
        JSON,
        /** Parquet, Arrow, or a sheet of a workbook. */
        TYPED
    }

    public FileForm {
        names = List.copyOf(names);
    }
}
