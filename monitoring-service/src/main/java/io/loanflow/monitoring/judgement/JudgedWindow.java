package io.loanflow.monitoring.judgement;

/** A judgement, and its number in the ledger. */
public record JudgedWindow(long id, WindowReport report) {}
