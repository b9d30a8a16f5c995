package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a release waits for.
 *
 * @param version that passed the gate and its rehearsal
 * @param former champion that it was compared with; null where there is none
 * @param ruling of the gate, one sentence
 * @param page of the gate with all it looked at; null where there is none
 * @param startedBy person who started the release or its run; null where none is known
 * @param fourEyes whether that person may not approve
 * @param until when; then the version is rejected
 */
public record AwaitedApproval(
        ModelVersionRef version,
        @Nullable ModelVersionRef former,
        String ruling,
        @Nullable String page,
        @Nullable String startedBy,
        boolean fourEyes,
        Instant until) {}
