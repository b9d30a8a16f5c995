package io.loanflow.serving.rollout;

import io.loanflow.contracts.serving.AnswerFigures;
import io.loanflow.contracts.serving.LatencyCounts;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.serving.champion.ServedModel;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** How one loaded model answers. */
public final class VersionTally {

    private final ServedModel model;
    private final LongAdder answers = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicLongArray latency = new AtomicLongArray(LatencyCounts.CELLS);

    VersionTally(ServedModel model) {
        this.model = model;
    }

    /** Whether it is of this very model, and not of the same version when it was loaded before. */
    boolean isOf(ServedModel other) {
        return model.model() == other.model();
    }

    ModelVersionRef version() {
        return model.version();
    }

    /** Rows that were answered. */
    void answered(int rows) {
        answers.add(rows);
    }

    /**
     * Has rows answered, and counts them where the model fails at them.
     *
     * @param refusal what is no failure of the model
     */
    public <T> T during(int rows, Class<? extends RuntimeException> refusal, Supplier<T> answering) {
        try {
            return answering.get();
        } catch (RuntimeException | StackOverflowError e) {
            if (!refusal.isInstance(e)) {
                failures.add(rows);
            }
            throw e;
        }
    }

    /** Of reading and scoring a record that was asked about alone. */
    public void took(long nanoseconds) {
        latency.incrementAndGet(LatencyCounts.cell(nanoseconds));
    }

    long failures() {
        return failures.sum();
    }

    AnswerFigures figures(boolean inService) {
        return new AnswerFigures(inService, answers.sum(), failures.sum(), new LatencyCounts(Cells.filled(latency)));
    }
}
