package io.loanflow.ingestion.load;

import io.loanflow.contracts.execution.RowProgress;

/** How far a load is, and whether it is still wanted. One thread loads while another looks and may cancel. */
public final class LoadProgress {

    private static final String UNIT = "rows";

    private volatile RowProgress rows = new RowProgress(0, 0, UNIT);
    private volatile boolean cancelled;
    private Runnable abort = () -> {};

    public RowProgress rows() {
        return rows;
    }

    /** Ends the load soon, even while it waits for the database. */
    public void cancel() {
        cancelled = true;
        synchronized (this) {
            abort.run();
        }
    }

    /** @param rowsInFile about how many */
    void total(long rowsInFile) {
        rows = new RowProgress(0, rowsInFile, UNIT);
    }

    /** @throws LoadCancelledException if the load is not wanted any more */
    void done(long rowsRead) {
        requireWanted();
        rows = new RowProgress(rowsRead, Math.max(rows.total(), rowsRead), UNIT);
    }

    /** @throws LoadCancelledException if the load is not wanted any more */
    public void requireWanted() {
        if (cancelled) {
            throw new LoadCancelledException();
        }
    }

    /** @param action ends what cannot be ended by {@link #requireWanted}; must be harmless when that is over */
    synchronized void onCancel(Runnable action) {
        abort = action;
        if (cancelled) {
            action.run();
        }
    }
}
