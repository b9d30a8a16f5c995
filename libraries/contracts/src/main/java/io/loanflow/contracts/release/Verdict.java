package io.loanflow.contracts.release;

/** What the gate said of a challenger. */
public enum Verdict {
    /** It is the champion now. */
    PROMOTED,
    /** It was the champion already. */
    UNCHANGED,
    /** It did not pass; the champion, if there is one, stays. */
    REFUSED
}
