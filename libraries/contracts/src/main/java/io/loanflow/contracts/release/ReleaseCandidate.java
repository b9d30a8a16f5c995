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
 */
public record ReleaseCandidate(
        ModelVersionRef version,
        PreprocessingRequest rows,
        @Nullable PreprocessingResult prepared) {}
