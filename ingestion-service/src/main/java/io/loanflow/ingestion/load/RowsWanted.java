package io.loanflow.ingestion.load;

import io.loanflow.contracts.execution.PipelineRun;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a data set somebody wants; one of file, load and synthetic at most.
 *
 * @param file path under the files directory; null for none
 * @param load id of a complete load; null for none
 * @param synthetic whether generated rows are wanted, whatever else there is
 * @param run that asks; null for a person
 */
public record RowsWanted(
        String dataset,
        @Nullable String file,
        @Nullable Long load,
        boolean synthetic,
        @Nullable PipelineRun run) {

    /** Whether any rows will do that there are. */
    public boolean namesNothing() {
        return file == null && load == null && !synthetic;
    }

    /** @throws RowsUnclearException if more than one is named */
    void requireClear() {
        int named = (file == null ? 0 : 1) + (load == null ? 0 : 1) + (synthetic ? 1 : 0);
        if (named > 1) {
            throw new RowsUnclearException(
                    "a run learns from a file, from a load or from generated rows: name one of file, load and synthetic");
        }
    }
}
