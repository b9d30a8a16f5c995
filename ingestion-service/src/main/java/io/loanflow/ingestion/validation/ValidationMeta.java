package io.loanflow.ingestion.validation;

import io.loanflow.contracts.ingestion.DataOrigin;
import org.jspecify.annotations.Nullable;

/**
 * What was checked.
 *
 * @param file name of the file
 * @param rowsRead data rows in the file
 * @param rowsQuarantined of these, set aside
 * @param dataOrigin null until the caller says where the file comes from
 */
public record ValidationMeta(
        String dataset,
        int definitionVersion,
        String file,
        long rowsRead,
        long rowsQuarantined,
        @Nullable DataOrigin dataOrigin) {

    ValidationMeta withDataOrigin(DataOrigin origin) {
        return new ValidationMeta(dataset, definitionVersion, file, rowsRead, rowsQuarantined, origin);
    }
}
