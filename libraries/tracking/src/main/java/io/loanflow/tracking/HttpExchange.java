package io.loanflow.tracking;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * One request and its answer, which end. The HTTP client's own time-out is over once an answer begins, however slowly the rest of
 * it comes. Here something must move within each span of the patience, and all of it at {@link #SLOWEST} at least once the
 * patience is over: a large file may take hours, a server that is gone or that trickles may not. What is given up is cancelled, so
 * that neither a thread nor a connection stays behind.
 */
final class HttpExchange {

    /** Bytes a second. */
    private static final long SLOWEST = 16 * 1024;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final long patience;
    private final long start = System.nanoTime();
    private final AtomicLong bytes = new AtomicLong();
    private volatile long lastMove = start;

    private HttpExchange(Duration patience) {
        this.patience = patience.toNanos();
    }

    /**
     * @param content of the request; empty for none
     * @throws HttpTimeoutException if it does not go on
     */
    static HttpResponse<byte[]> send(HttpRequest.Builder request, String method, byte[] content, Duration patience)
            throws IOException, InterruptedException {
        HttpExchange exchange = new HttpExchange(patience);
        LongConsumer moved = exchange::moved;
        BodyPublisher body = MovingBody.of(content, moved);
        return exchange.await(
                CLIENT.sendAsync(request.method(method, body).build(), answer -> new WholeBody(answer, moved)));
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer)
            throws IOException, InterruptedException {
        try {
            for (long left = left(); left > 0; left = left()) {
                if (isThere(answer, left)) {
                    return answer.get();
                }
            }
            throw new HttpTimeoutException("nothing came for too long, after " + bytes + " bytes in "
                    + (System.nanoTime() - start) / SECOND + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean isThere(CompletableFuture<?> answer, long nanos)
            throws ExecutionException, InterruptedException {
        try {
            var unused = answer.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            // More may have moved meanwhile.
            return false;
        }
    }

    private void moved(long some) {
        bytes.addAndGet(some);
        lastMove = System.nanoTime();
    }

    /** Nanoseconds until it has to have gone on. */
    private long left() {
        long earned = (long) ((double) bytes.get() / SLOWEST * SECOND);
        return patience + Math.min(lastMove - start, earned) - (System.nanoTime() - start);
    }
}
