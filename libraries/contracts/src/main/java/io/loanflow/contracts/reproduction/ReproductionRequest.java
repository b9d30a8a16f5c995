package io.loanflow.contracts.reproduction;

/** Starts a reproduction: {@code {"dataset": "loan", "version": 3}}. */
public record ReproductionRequest(String dataset, Integer version) {}
