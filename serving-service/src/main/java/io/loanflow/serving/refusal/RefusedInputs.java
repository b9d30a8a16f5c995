package io.loanflow.serving.refusal;

import io.loanflow.contracts.decision.RefusalReason;
import io.loanflow.contracts.decision.RefusedInputTable;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.datasettables.RefusedInputLine;
import io.loanflow.model.row.Refusal;
import io.loanflow.serving.ServingSettings;
import io.loanflow.serving.ServingSettings.Keeping;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts refused rows by the minute until they are taken to the journal. What is counted is bounded by the definition's columns and the
 * reasons there are, whatever clients send. Thread-safe.
 */
@Component
public final class RefusedInputs {

    /** A day of minutes with a dozen reasons each: a journal that fails for longer costs counts, not memory. */
    private static final int MOST = 20_000;

    private final boolean counting;
    private final InstantSource clock;
    private final Map<RefusedInputLine, Long> rows = new HashMap<>();

    @Autowired
    public RefusedInputs(ServingSettings settings) {
        this(settings.decisions().keeping() != Keeping.OFF, Clock.systemUTC());
    }

    /** @param counting whether anything is to be counted */
    public RefusedInputs(boolean counting, InstantSource clock) {
        this.counting = counting;
        this.clock = clock;
    }

    /** Counts a row that was refused. */
    public void count(ModelVersionRef model, Collection<Refusal> refusals) {
        if (counting) {
            Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            synchronized (rows) {
                add(key(model, minute, RefusedInputTable.ANY, ""));
                refusals.forEach(
                        refusal -> add(key(model, minute, refusal.reason().name(), refusal.column())));
            }
        }
    }

    /** Counts what came in place of a row. */
    public void countNoRow(ModelVersionRef model) {
        count(model, Set.of(Refusal.of(RefusalReason.NO_ROW)));
    }

    private static RefusedInputLine key(ModelVersionRef model, Instant minute, String reason, String column) {
        return new RefusedInputLine(model.name(), model.version(), minute, reason, column, 0);
    }

    private void add(RefusedInputLine key) {
        if (rows.containsKey(key) || rows.size() < MOST) {
            rows.merge(key, 1L, Long::sum);
        }
    }

    /** Takes the counts of minutes that are over. */
    public List<RefusedInputLine> takeEnded() {
        return takeBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    /** Takes all counts. */
    public List<RefusedInputLine> takeAll() {
        return takeBefore(Instant.MAX);
    }

    private List<RefusedInputLine> takeBefore(Instant end) {
        List<RefusedInputLine> taken = new ArrayList<>();
        synchronized (rows) {
            rows.forEach((key, count) -> {
                if (key.minute().isBefore(end)) {
                    taken.add(key.with(count));
                }
            });
            taken.forEach(count -> rows.remove(count.with(0)));
        }
        return taken;
    }

    /** Takes counts back that could not be written. */
    public void giveBack(List<RefusedInputLine> taken) {
        synchronized (rows) {
            taken.forEach(count -> rows.merge(count.with(0), count.rows(), Long::sum));
        }
    }
}
