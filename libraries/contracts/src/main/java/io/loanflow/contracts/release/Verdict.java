package io.loanflow.contracts.release;

/** What the gate said of a challenger. */
public enum Verdict {
    /** It is the champion now. */
    PROMOTED,
    /** It was the champion already. */
    UNCHANGED,
    /** It did not pass; the champion, if there is one, stays. */
    REFUSED,
    /** The gate cannot see whether it is better; the champion stays until somebody mends the reason. */
    HELD
}
