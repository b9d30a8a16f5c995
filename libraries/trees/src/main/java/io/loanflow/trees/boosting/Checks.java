package io.loanflow.trees.boosting;

/** Refuses parameters that make no sense, with how to mend them. */
final class Checks {

    private Checks() {}

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    static void amount(String name, double value) {
        require(value >= 0 && value <= 1e9, name + " is " + value + ": give 0 or a number up to 1e9");
    }

    static void share(String name, double value) {
        require(value > 0 && value <= 1, name + " is " + value + ": give a share above 0 and up to 1");
    }
}
