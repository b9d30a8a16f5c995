package io.loanflow.contracts.dataset;

/** What the rows of a file are for, where the definition says it of each file. */
public enum FilePart {
    TRAIN,
    TEST
}
