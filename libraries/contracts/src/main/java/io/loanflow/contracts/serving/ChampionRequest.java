package io.loanflow.contracts.serving;

import io.loanflow.contracts.training.ModelVersionRef;

/** Asks serving to answer with this version. */
public record ChampionRequest(ModelVersionRef champion) {}
