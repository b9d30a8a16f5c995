package io.loanflow.contracts.ingestion;

import org.jspecify.annotations.Nullable;

/**
 * @param load the complete load
 * @param rowsRead data rows in the file
 * @param rowsLeftOut that the definition says are none of the data set's
 * @param rowsQuarantined set aside with their reason
 * @param expectationsEvaluated number of expectations checked
 * @param expectationsFailed of these, how many were not met (none of them critical)
 * @param alreadyLoaded whether the same content was loaded before, so that nothing was done
 * @param validationUrl page with the validation result, for people
 * @param note what a person should know of the choice of rows, one sentence; null where there is nothing to say
 * @param seconds spent reading, checking and storing; of the first load where it was there already
 */
public record IngestionResult(
        DatasetRef load,
        long rowsRead,
        long rowsLeftOut,
        long rowsQuarantined,
        int expectationsEvaluated,
        int expectationsFailed,
        boolean alreadyLoaded,
        String validationUrl,
        @Nullable String note,
        double seconds) {}
