package io.loanflow.contracts.dataset;

/** Which way a person may change a value of theirs, where they are told what would have changed the decision. */
public enum Mutability {
    /** To a greater number, or a later category of an order. */
    UP,
    /** To a smaller number, or an earlier category of an order. */
    DOWN,
    /** To any other value. */
    ANY
}
