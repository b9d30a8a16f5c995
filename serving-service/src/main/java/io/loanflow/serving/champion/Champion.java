package io.loanflow.serving.champion;

import io.loanflow.contracts.pipeline.ModelVersionRef;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The model in service: read without a lock by every request, replaced as a whole. */
@Component
public class Champion {

    private final AtomicReference<@Nullable ServedModel> current = new AtomicReference<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable Refusal refusal;
    private volatile String whyNone = "the registry has not been asked yet";

    public Optional<ServedModel> current() {
        return Optional.ofNullable(current.get());
    }

    /** @throws NoChampionException if nothing is in service yet */
    public ServedModel required() {
        ServedModel model = current.get();
        if (model == null) {
            throw new NoChampionException("no model is in service: " + whyNone);
        }
        return model;
    }

    /** The version refused last; it stays known until a version is put in service. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Why there is no model in service, where there is none. */
    public String whyNone() {
        return whyNone;
    }

    /** Waits until this version is in service or refused; false if neither came about in that time. */
    public boolean await(ModelVersionRef version, Duration atMost) throws InterruptedException {
        long remaining = atMost.toNanos();
        lock.lock();
        try {
            while (!serves(version) && !refused(version)) {
                if (remaining <= 0) {
                    return false;
                }
                remaining = changed.awaitNanos(remaining);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean serves(ModelVersionRef version) {
        ServedModel model = current.get();
        return model != null
                && model.version().name().equals(version.name())
                && model.version().version() == version.version()
                && model.version().runId().equals(version.runId());
    }

    private boolean refused(ModelVersionRef version) {
        Refusal last = refusal;
        return last != null
                && last.version() == version.version()
                && last.runId().equals(version.runId());
    }

    void serve(ServedModel model) {
        change(() -> {
            refusal = null;
            current.set(model);
        });
    }

    void refuse(Refusal refused) {
        change(() -> {
            refusal = refused;
            whyNone = "version " + refused.version() + " was refused: " + refused.reason();
        });
    }

    void explain(String reason) {
        whyNone = reason;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
