package io.loanflow.worker.pipeline;

import io.loanflow.contracts.serving.LatencyCounts;

/** The 99th percentile of what reading and scoring one record takes. */
final class RecordTime {

    static final String CRITERION = "Reading and scoring one record in ms, 99 %";

    /** Of fewer there is no such percentile. */
    static final int LEAST = 100;

    static final double SHARE = 0.99;

    private RecordTime() {}

    /**
     * Whether more records took longer than a limit than the percentile lets.
     *
     * @param milliseconds the limit
     * @param of how many records the share is
     */
    static boolean isBeyond(LatencyCounts latency, double milliseconds, long of) {
        return of >= LEAST && latency.above(milliseconds) > (1 - SHARE) * of;
    }
}
