package io.loanflow.worker.lease;

/** A workflow's turn to work on a data set, as it is held while the work goes on. */
public interface HeldTurn {

    /** Of runs that began before there was a queue: their lease is theirs until they end. */
    HeldTurn UNTIL_THE_END = new HeldTurn() {
        @Override
        public void keep() {
            // It is kept.
        }

        @Override
        public void giveWay() {
            // Nobody else waits in a queue.
        }
    };

    /** Before each step: a run that has no turn, because it was reset in the middle of its work or gave way, waits for one. */
    void keep();

    /** Lets others go before: until the next {@link #keep} this run does nothing that two may not do at once. */
    void giveWay();
}
