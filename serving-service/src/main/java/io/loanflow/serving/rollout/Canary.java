package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.CanaryFigures;
import io.loanflow.contracts.serving.CanaryOrder;
import io.loanflow.contracts.serving.ShadowFigures;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.ServedModel;
import io.loanflow.serving.decision.Decision;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;

/** A model that answers a share of requests in the champion's place. */
final class Canary {

    private final String session = UUID.randomUUID().toString();
    private final ServedModel challenger;
    private final CanaryOrder order;
    private final VersionTally tally;
    private final AtomicLongArray championScores = new AtomicLongArray(ShadowFigures.CELLS);
    private final AtomicLongArray challengerScores = new AtomicLongArray(ShadowFigures.CELLS);
    private volatile long endNanos;
    private volatile boolean ended;

    Canary(ServedModel challenger, CanaryOrder order, VersionTally tally) {
        this.challenger = challenger;
        this.order = order;
        this.tally = tally;
        renew();
    }

    void renew() {
        endNanos = System.nanoTime() + Duration.ofSeconds(order.leaseSeconds()).toNanos();
    }

    void end() {
        ended = true;
    }

    /** Whether the champion answers all again: nobody has asked for it in time, it was ended, or it fails. */
    boolean isOver() {
        return ended || isForgotten() || tally.failures() > order.mostFailures();
    }

    /** Whether nobody has asked for it in time. */
    boolean isForgotten() {
        return System.nanoTime() - endNanos > 0;
    }

    boolean isOf(ModelVersionRef version) {
        return challenger.version().runId().equals(version.runId());
    }

    boolean isOf(CanaryOrder other) {
        return isOf(other.challenger())
                && order.champion().runId().equals(other.champion().runId());
    }

    /**
     * The model that answers.
     *
     * @param champion in service
     * @param identity of the request: the same one is always answered by the same model
     */
    ServedModel choose(ServedModel champion, byte[] identity) {
        boolean against = champion.version().runId().equals(order.champion().runId());
        return against && !isOver() && StableHash.of(identity) < order.share() ? challenger : champion;
    }

    void decided(ServedModel model, List<Decision> decisions) {
        AtomicLongArray cells = isOf(model.version()) ? challengerScores : championScores;
        for (Decision decision : decisions) {
            cells.incrementAndGet(ShadowFigures.cell(decision.verdict().probability()));
        }
    }

    CanaryFigures figures() {
        return new CanaryFigures(session, tally.figures(false), Cells.all(championScores), Cells.all(challengerScores));
    }
}
