package io.loanflow.serving.journal;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What waits for the disk, and whoever waits for it.
 *
 * @param content empty to end the file
 */
// The bytes are passed on as they are and never compared.
@SuppressWarnings("ArrayRecordComponent")
record WaitingEntry(byte[] content, CompletableFuture<Place> written) {

    /** A disk that is silent for so long is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static WaitingEntry of(byte[] content) {
        return new WaitingEntry(content, new CompletableFuture<>());
    }

    /** Ends the file in its turn. */
    static WaitingEntry seal() {
        return of(new byte[0]);
    }

    boolean isSeal() {
        return content.length == 0;
    }

    void succeeded(Place place) {
        written.complete(place);
    }

    void failed(JournalUnavailableException why) {
        written.completeExceptionally(why);
    }

    /** @throws JournalUnavailableException if it is not on the disk, or nobody knows */
    Place await() {
        boolean interrupted = false;
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                try {
                    return written.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // The disk is asked already: what it says must be known.
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw new JournalUnavailableException(
                    "the disk of the journal has not answered for " + PATIENCE.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new JournalUnavailableException(String.valueOf(cause.getMessage()), cause);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
