package io.loanflow.contracts.failure;

import io.loanflow.contracts.execution.BugCount;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a service's work throws into failures that tell Temporal whether to try again, at the edge of its activities. An
 * exception is what the outermost known class in its chain of causes says; where none is known it is a bug. No failure carries a
 * cause: Temporal stores a few kilobytes of one, and the service's log has all of it.
 */
public final class FailureMapping {

    /** After so many attempts that ended by one, however many others did, a bug fails for good. */
    public static final int BUG_ATTEMPTS = 3;

    /** Outages that every service may meet. A thread that is interrupted belongs to a service that is being stopped. */
    private static final Map<Class<? extends Throwable>, String> EVERYWHERE = Map.of(
            IOException.class, FailureTypes.OUTAGE,
            UncheckedIOException.class, FailureTypes.OUTAGE,
            TimeoutException.class, FailureTypes.OUTAGE,
            InterruptedException.class, FailureTypes.OUTAGE);

    private final Map<Class<? extends Throwable>, String> types = new HashMap<>(EVERYWHERE);

    private FailureMapping() {}

    /** @param types type for each class of exceptions the service knows; a subclass is as its nearest class */
    public static FailureMapping of(Map<Class<? extends Throwable>, String> types) {
        FailureMapping mapping = new FailureMapping();
        mapping.types.putAll(types);
        return mapping;
    }

    /** Whether the class, or one that it extends, has a kind; any other is a bug. */
    public boolean knows(Class<? extends Throwable> thrown) {
        return typeOf(thrown) != null;
    }

    /** Does an activity's work; cancellation and failures that have a type already pass as they are. */
    public <R> R during(Supplier<R> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            ActivityExecutionContext attempt = Activity.getExecutionContext();
            int bugs = BugCount.before(attempt);
            RuntimeException failure = failure(e, bugs);
            keepCount(attempt, failure, bugs);
            throw failure;
        }
    }

    private static void keepCount(ActivityExecutionContext attempt, RuntimeException thrown, int before) {
        if (thrown instanceof ApplicationFailure failure && !failure.isNonRetryable()) {
            int bugs = before + (FailureTypes.kindOf(failure.getType()) == FailureKind.BUG ? 1 : 0);
            if (bugs > 0) {
                BugCount.keep(attempt, bugs);
            }
        }
    }

    /** The same, of work without a result. */
    public void during(Runnable work) {
        Object unused = during(() -> {
            work.run();
            return work;
        });
    }

    /** @param bugs how many attempts before ended by one */
    RuntimeException failure(Throwable thrown, int bugs) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof ActivityCompletionException || e instanceof TemporalFailure) {
                return (RuntimeException) e;
            }
            String type = typeOf(e.getClass());
            if (type != null && FailureTypes.kindOf(type) != FailureKind.BUG) {
                return known(type, thrown, e);
            }
            if (type != null) {
                break;
            }
        }
        return failure(FailureTypes.BUG, FailureMessage.ofBug(thrown), thrown, bugs + 1 >= BUG_ATTEMPTS);
    }

    private static ApplicationFailure known(String type, Throwable thrown, Throwable known) {
        boolean fact = FailureTypes.kindOf(type) == FailureKind.FACT;
        return failure(type, fact ? FailureMessage.ofFact(known) : FailureMessage.ofOutage(thrown), thrown, fact);
    }

    private @Nullable String typeOf(Class<?> thrown) {
        for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
            String known = types.get(type);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static ApplicationFailure failure(String type, String message, Throwable thrown, boolean forGood) {
        ApplicationFailure failure = ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage(message)
                .setNonRetryable(forGood)
                .build();
        failure.setStackTrace(FailureMessage.place(thrown));
        return failure;
    }
}
