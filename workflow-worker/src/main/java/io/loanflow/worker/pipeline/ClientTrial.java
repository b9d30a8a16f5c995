package io.loanflow.worker.pipeline;

import io.loanflow.contracts.release.ReleaseEventKind;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Puts a version to the test by what clients ask, on every replica of serving, until they asked enough or nothing can mend what was seen.
 *
 * @param <F> what a replica says
 */
abstract class ClientTrial<F> {

    /** Serving ends by itself what nobody asks about for so many looks. */
    private static final int LEASED_LOOKS = 4;

    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(2);

    private final Duration within;
    private final Duration pause;
    private final ReplicaPoll<F> poll = new ReplicaPoll<>(this::begin);
    private final Set<String> replicas = new LinkedHashSet<>();
    /** By session: a replica that begins anew counts anew. */
    private final Map<String, F> last = new LinkedHashMap<>();

    ClientTrial(int minutes) {
        within = Duration.ofMinutes(minutes);
        pause = Looks.pause(within);
    }

    /** Begins or goes on on a replica. */
    abstract Promise<F> ask(String replica);

    abstract String session(F figures);

    abstract F sum(Collection<F> all);

    abstract boolean isEnough(F sum);

    abstract TrialRuling early(F sum);

    abstract TrialRuling whole(F sum);

    /** How far it is, for people. */
    abstract String line(F sum);

    abstract String where();

    abstract void endOn(Collection<String> replicas);

    /** What the ledger calls it where the version is not as the policy wants it. */
    abstract ReleaseEventKind failed();

    /** Of what is asked of a replica, in seconds. */
    final long lease() {
        return Looks.longer(pause.multipliedBy(LEASED_LOOKS), SHORTEST_LEASE).toSeconds();
    }

    /**
     * @param show takes a line for people and the figures until now
     * @throws TemporalFailure once the release is cancelled
     */
    final TrialRuling run(BiConsumer<String, String> show) {
        try {
            TrialRuling ruling = asked(show);
            end();
            return ruling;
        } catch (TemporalFailure failure) {
            end();
            if (!(failure instanceof ActivityFailure)
                    || CancellationScope.current().isCancelRequested()) {
                throw failure;
            }
            return new TrialRuling(where(), List.of(FailureReason.of(failure)), "");
        }
    }

    private TrialRuling asked(BiConsumer<String, String> show) {
        long end = Workflow.currentTimeMillis() + within.toMillis();
        while (true) {
            poll.ask().forEach((replica, figures) -> last.put(replica + " " + session(figures), figures));
            F sum = sum(last.values());
            if (isEnough(sum) || Workflow.currentTimeMillis() >= end) {
                return whole(sum);
            }
            TrialRuling early = early(sum);
            if (!early.bad().isEmpty()) {
                return early;
            }
            show.accept(line(sum), early.figures());
            Workflow.sleep(pause);
        }
    }

    private Promise<F> begin(String replica) {
        replicas.add(replica);
        return ask(replica);
    }

    /** Where that does not come through, the lease ends it. */
    private void end() {
        Workflow.newDetachedCancellationScope(() -> endOn(replicas)).run();
    }
}
