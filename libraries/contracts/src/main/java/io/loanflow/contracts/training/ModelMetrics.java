package io.loanflow.contracts.training;

/** Measured on the whole test part; each from 0 to 1 except log loss, in nats. */
public record ModelMetrics(
        double accuracy,
        double precision,
        double recall,
        double f1,
        double rocAuc,
        double prAuc,
        double logLoss,
        double brier) {}
