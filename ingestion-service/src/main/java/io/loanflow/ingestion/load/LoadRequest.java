package io.loanflow.ingestion.load;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.ingestion.ledger.LoadSource;
import io.loanflow.ingestion.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** @param run that asks; null for a person */
public record LoadRequest(
        String dataset, SourceFile file, @Nullable PipelineRun run) {

    LoadSource source() {
        return new LoadSource(file.name(), file.origin(), file.filesPath(), run);
    }
}
