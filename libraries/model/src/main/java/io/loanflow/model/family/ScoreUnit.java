package io.loanflow.model.family;

/** What the trees of a model add up to. */
public enum ScoreUnit {
    /** The natural logarithm of the odds of the positive label. */
    LOG_ODDS,
    /** The probability of the positive label. */
    PROBABILITY
}
