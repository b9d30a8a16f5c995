package io.loanflow.featurebatches;

/** Redis has too little memory for the batches of a load: writing them again does not help. */
public final class CacheTooSmallException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long MEGABYTE = 1_000_000;

    /** @param limit what Redis may use, in bytes */
    CacheTooSmallException(long rows, long needed, long limit) {
        super("Redis is too small for the batches of " + rows + " rows: they need about " + megabytes(needed)
                + " MB beside what else it holds, and all of it may use " + megabytes(limit)
                + " MB. Raise Redis's setting maxmemory (CONFIG SET maxmemory, and in its configuration), or remove the"
                + " batches of other loads, and run again.");
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }
}
