package io.loanflow.contracts.pipeline;

/** Asks serving to answer with this version. */
public record ChampionRequest(ModelVersionRef champion) {}
