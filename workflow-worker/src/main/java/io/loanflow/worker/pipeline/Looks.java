package io.loanflow.worker.pipeline;

import java.time.Duration;

/** How often a workflow looks at what clients' requests say. */
final class Looks {

    /** In the whole time, which keeps the history short. */
    private static final int MOST = 360;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);

    private Looks() {}

    /** Between two of them. */
    static Duration pause(Duration within) {
        return longer(within.dividedBy(MOST), SHORTEST_PAUSE);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
