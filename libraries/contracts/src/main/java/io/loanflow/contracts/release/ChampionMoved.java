package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param done false where the alias was elsewhere: nothing was changed
 * @param champion the version that the alias is on now; null where there is none
 * @param at when the run moved it, just before it did, the same however often it is asked; null where the run did not move it
 */
public record ChampionMoved(
        boolean done,
        @Nullable ModelVersionRef champion,
        @Nullable Instant at) {}
