package io.loanflow.serving.file;

import io.loanflow.model.row.Refusal;
import io.loanflow.model.row.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a file.
 *
 * @param rows null where one is wrong
 * @param errors what is wrong with it; null where nothing is
 * @param refusals why, of each that is wrong
 */
record Block(List<@Nullable Row> rows, List<@Nullable String> errors, List<Set<Refusal>> refusals) {

    /** Rows that are answered together: enough for all processors, few enough for any heap. */
    static final int ROWS = 8192;

    int size() {
        return rows.size();
    }

    /** Those that can be scored, in their order. */
    List<Row> valid() {
        List<Row> valid = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (row != null) {
                valid.add(row);
            }
        }
        return valid;
    }
}
