package io.loanflow.monitoring.judgement;

/** What became of judging a window. */
public enum WindowState {
    /** Nothing is beyond chance. */
    WELL,
    /** Something is. */
    ALARM,
    /** Too few decisions to say anything. */
    FEW,
    /** The model carries no distribution to compare with. */
    UNCOMPARED
}
