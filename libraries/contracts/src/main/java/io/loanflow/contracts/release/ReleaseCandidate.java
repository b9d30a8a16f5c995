package io.loanflow.contracts.release;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.training.ModelVersionRef;

/**
 * A version with the rows that it is judged on.
 *
 * @param rows how the load that it was trained on is split; the test part is what counts
 */
public record ReleaseCandidate(ModelVersionRef version, PreprocessingRequest rows) {}
