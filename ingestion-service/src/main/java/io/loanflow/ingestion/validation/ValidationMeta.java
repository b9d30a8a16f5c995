package io.loanflow.ingestion.validation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanflow.contracts.ingestion.DataOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What was checked.
 *
 * @param file name of the file
 * @param rowsRead data rows in the file
 * @param leftOut of these, left out; null where the definition keeps all
 * @param rowsQuarantined of these, set aside
 * @param dataOrigin null until the caller says where the file comes from
 */
public record ValidationMeta(
        String dataset,
        int definitionVersion,
        String file,
        long rowsRead,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LeftOut leftOut,
        long rowsQuarantined,
        @Nullable DataOrigin dataOrigin) {

    ValidationMeta withDataOrigin(DataOrigin origin) {
        return new ValidationMeta(dataset, definitionVersion, file, rowsRead, leftOut, rowsQuarantined, origin);
    }

    /** Rows that were checked: all but those that are left out. */
    public long rowsChecked() {
        return leftOut == null ? rowsRead : rowsRead - leftOut.rows();
    }
}
