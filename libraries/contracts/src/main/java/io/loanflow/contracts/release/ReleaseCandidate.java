package io.loanflow.contracts.release;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * A version with the rows that it is judged on.
 *
 * @param rows how the load that it was trained on is split; the test part is what counts
 * @param prepared their batches; null where nobody has looked for them
 * @param rocAuc of the version on its test part; null where nobody has looked, and in the history of a run that is older than it
 */
public record ReleaseCandidate(
        ModelVersionRef version,
        PreprocessingRequest rows,
        @Nullable PreprocessingResult prepared,
        @Nullable Double rocAuc) {}
