package io.loanflow.ingestion.source;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Gives up once a response's body is larger than allowed. */
final class LimitedBody<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> target;
    private final long limit;
    private @Nullable Subscription subscription;
    private long received;

    LimitedBody(BodySubscriber<T> target, long limit) {
        this.target = target;
        this.limit = limit;
    }

    @Override
    public CompletionStage<T> getBody() {
        return target.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        target.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        if (received > limit) {
            return;
        }
        received += parts.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received <= limit) {
            target.onNext(parts);
            return;
        }
        if (subscription != null) {
            subscription.cancel();
        }
        target.onError(new IOException("it is larger than " + limit + " bytes (loanflow.max-download)"));
    }

    @Override
    public void onError(Throwable problem) {
        target.onError(problem);
    }

    @Override
    public void onComplete() {
        if (received <= limit) {
            target.onComplete();
        }
    }
}
