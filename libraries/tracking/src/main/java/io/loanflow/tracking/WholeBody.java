package io.loanflow.tracking;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** An answer's content, written straight into the array that holds it, where the server says how long it is. */
final class WholeBody implements BodySubscriber<byte[]> {

    private static final int UNKNOWN = 8192;

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final LongConsumer moved;
    private byte[] content;
    private int length;

    /** @param moved told the bytes of each piece */
    WholeBody(ResponseInfo answer, LongConsumer moved) {
        long size = answer.headers().firstValueAsLong("Content-Length").orElse(UNKNOWN);
        this.content = new byte[Math.toIntExact(size)];
        this.moved = moved;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            int size = piece.remaining();
            makeRoom(size);
            piece.get(content, length, size);
            length += size;
            moved.accept(size);
        }
    }

    @Override
    public void onError(Throwable problem) {
        whole.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        whole.complete(length == content.length ? content : Arrays.copyOf(content, length));
    }

    private void makeRoom(int more) {
        if (more > content.length - length) {
            content = Arrays.copyOf(content, Math.max(2 * content.length, Math.addExact(length, more)));
        }
    }
}
