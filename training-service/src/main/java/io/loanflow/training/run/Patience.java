package io.loanflow.training.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work that says nothing of itself, such as Tribuo's reading of many trees. */
final class Patience {

    private Patience() {}

    /**
     * @param alive called every second until the work is done; what it throws ends the wait
     * @throws IllegalStateException if the work failed, with its failure as cause
     */
    static <R> R await(CompletableFuture<R> work, Runnable alive) {
        while (true) {
            alive.run();
            try {
                return work.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                // It takes longer.
            } catch (ExecutionException e) {
                throw new IllegalStateException("work that was waited for failed: " + e.getCause(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for work", e);
            }
        }
    }
}
