package io.loanflow.ingestion.load;

/** Whoever asked for the load does not want it any more. */
public class LoadCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LoadCancelledException() {
        super("the load was cancelled");
    }
}
