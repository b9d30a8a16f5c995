package io.loanflow.tracking;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** A request's content, taken from its array piece by piece as the connection takes it. */
final class MovingBody implements BodyPublisher {

    private final BodyPublisher content;
    private final LongConsumer moved;

    private MovingBody(BodyPublisher content, LongConsumer moved) {
        this.content = content;
        this.moved = moved;
    }

    /** @param moved told the bytes of each piece */
    static BodyPublisher of(byte[] content, LongConsumer moved) {
        return content.length == 0
                ? BodyPublishers.noBody()
                : new MovingBody(BodyPublishers.ofByteArray(content), moved);
    }

    @Override
    public long contentLength() {
        return content.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        content.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                moved.accept(piece.remaining());
                subscriber.onNext(piece);
            }

            @Override
            public void onError(Throwable problem) {
                subscriber.onError(problem);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
