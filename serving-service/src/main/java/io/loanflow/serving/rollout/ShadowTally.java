package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.serving.ShadowFigures;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What is counted of a model in the shadow. */
final class ShadowTally {

    private final String session = UUID.randomUUID().toString();
    private final LongAdder compared = new LongAdder();
    private final LongAdder agreed = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final AtomicLongArray championScores = new AtomicLongArray(ShadowFigures.CELLS);
    private final AtomicLongArray challengerScores = new AtomicLongArray(ShadowFigures.CELLS);
    private final AtomicLongArray latency = new AtomicLongArray(LatencyCounts.CELLS);

    void compared(double champion, double challenger, boolean agree, long nanoseconds) {
        compared.increment();
        if (agree) {
            agreed.increment();
        }
        championScores.incrementAndGet(ShadowFigures.cell(champion));
        challengerScores.incrementAndGet(ShadowFigures.cell(challenger));
        latency.incrementAndGet(LatencyCounts.cell(nanoseconds));
    }

    void failed() {
        failures.increment();
    }

    void dropped() {
        dropped.increment();
    }

    ShadowFigures figures() {
        return new ShadowFigures(
                session,
                compared.sum(),
                agreed.sum(),
                failures.sum(),
                dropped.sum(),
                Cells.all(championScores),
                Cells.all(challengerScores),
                new LatencyCounts(Cells.filled(latency)));
    }
}
