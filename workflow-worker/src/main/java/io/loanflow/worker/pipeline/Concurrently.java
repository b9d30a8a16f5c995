package io.loanflow.worker.pipeline;

import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Promise;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for activities that run at the same time. */
final class Concurrently {

    private Concurrently() {}

    /** All results, in order. Where some fail the first of them does, once nothing works any more. */
    static <R> List<R> all(List<Promise<R>> promises) {
        List<R> results = new ArrayList<>();
        @Nullable TemporalFailure first = null;
        for (Promise<R> promise : promises) {
            try {
                results.add(promise.get());
            } catch (TemporalFailure failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
        return results;
    }
}
