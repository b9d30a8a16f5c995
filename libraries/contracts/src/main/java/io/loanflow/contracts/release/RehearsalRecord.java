package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * What serving's rehearsal found of a version that passed the gate, to be kept with the gate's ruling.
 *
 * @param former the champion that the version was compared with; null where there was none
 * @param milliseconds that one prediction takes, median
 * @param mostMilliseconds that it may take
 * @param finding why the version is refused; null where it is fast enough
 */
public record RehearsalRecord(
        ModelVersionRef version,
        @Nullable ModelVersionRef former,
        double milliseconds,
        double mostMilliseconds,
        @Nullable String finding) {}
