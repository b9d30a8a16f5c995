package io.loanflow.ingestion.ledger;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.ingestion.DataOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Where an attempt's file comes from.
 *
 * @param fileName without folders
 * @param filesPath under the files directory; null where the file does not lie there to stay
 * @param run that asks; null for a person
 */
public record LoadSource(
        String fileName,
        DataOrigin origin,
        @Nullable String filesPath,
        @Nullable PipelineRun run) {}
