package io.loanflow.localstack.demo;

import java.time.Duration;

/** Time that clients let pass. */
final class Pause {

    private Pause() {}

    static void of(Duration length) {
        try {
            Thread.sleep(Math.max(0, length.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
