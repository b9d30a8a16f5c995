package io.loanflow.training.definition;

/** When a version must be surely better than the champion, instead of surely not worse. */
public enum SureGain {
    /** Whatever rows it learned from. */
    ALWAYS,
    /** Where both learned from the same rows: it then has nothing but its score to speak for it, and luck makes scores. */
    SAME_ROWS,
    NEVER
}
