package io.loanflow.contracts.release;

import io.loanflow.contracts.training.ModelVersionRef;
import org.jspecify.annotations.Nullable;

/**
 * @param done false where the alias was elsewhere: nothing was changed
 * @param champion the version that the alias is on now; null where there is none
 */
public record ChampionMoved(boolean done, @Nullable ModelVersionRef champion) {}
