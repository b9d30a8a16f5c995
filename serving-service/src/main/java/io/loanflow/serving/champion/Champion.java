package io.loanflow.serving.champion;

import io.loanflow.contracts.training.ModelVersionRef;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The model in service for one data set: read without a lock by every request, replaced as a whole. */
public final class Champion {

    private final String dataset;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile @Nullable ServedModel current;
    private volatile @Nullable Refusal refusal;
    private volatile Answer answer = new Answer(0, OptionalInt.empty());
    private volatile String absence = "the registry has not been asked yet";

    Champion(String dataset) {
        this.dataset = dataset;
    }

    /** Name of the data set, and of its registered model. */
    public String dataset() {
        return dataset;
    }

    public Optional<ServedModel> current() {
        return Optional.ofNullable(current);
    }

    /** @throws NoChampionException if nothing is in service yet */
    public ServedModel required() {
        ServedModel model = current;
        if (model == null) {
            throw new NoChampionException("no model is in service: " + whyNone());
        }
        return model;
    }

    /** The version that the alias names and that cannot be served. */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Why there is no model in service, where there is none. */
    public String whyNone() {
        Refusal refused = refusal;
        return refused == null ? absence : "version " + refused.version() + " was refused: " + refused.reason();
    }

    /** Waits until this version is in service or refused; false if neither came about in that time. */
    public boolean await(int version, String runId, Duration atMost) throws InterruptedException {
        long remaining = atMost.toNanos();
        lock.lock();
        try {
            while (!serves(version, runId) && !refused(version, runId)) {
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

    /** How often the registry has answered. */
    public long answers() {
        return answer.number();
    }

    /**
     * Whether the registry names another version as champion, or none.
     *
     * @param answers of the registry before the question; one that was under way then does not count
     */
    public boolean isReplaced(int version, long answers) {
        Answer last = answer;
        return last.number() > answers + 1 && last.version().orElse(0) != version;
    }

    public boolean serves(int version, String runId) {
        ServedModel model = current;
        return model != null
                && model.version().version() == version
                && model.version().runId().equals(runId);
    }

    boolean refused(int version, String runId) {
        Refusal last = refusal;
        return last != null && last.version() == version && last.runId().equals(runId);
    }

    void serve(ServedModel model) {
        change(() -> {
            refusal = null;
            current = model;
        });
    }

    void refuse(Refusal refused) {
        change(() -> refusal = refused);
    }

    /** The alias names the refused version no more: should it name it again, it gets another chance. */
    void forgetRefusal() {
        refusal = null;
    }

    /** Whether the registry names a champion. */
    boolean isNamed() {
        return answer.version().isPresent();
    }

    /** The run of a version that is in service or was refused, by its number. */
    Optional<String> runOf(int version) {
        Optional<String> refused =
                refusal().filter(last -> last.version() == version).map(Refusal::runId);
        return current()
                .map(ServedModel::version)
                .filter(served -> served.version() == version)
                .map(ModelVersionRef::runId)
                .or(() -> refused);
    }

    /** @param version empty where it names none */
    void named(OptionalInt version) {
        answer = new Answer(answer.number() + 1, version);
    }

    void explain(String why) {
        absence = why;
    }

    /** Written by the one thread that asks. */
    private record Answer(long number, OptionalInt version) {}

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
