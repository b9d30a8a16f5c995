package io.loanflow.testsupport;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for conditions. A test ends as soon as its condition holds, so the limit is for machines that are very busy. */
public final class Waiting {

    public static final Duration LIMIT = Duration.ofMinutes(3);

    private Waiting() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
