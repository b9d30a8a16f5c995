package io.loanflow.worker.pipeline;

import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.contracts.release.ChampionMove;
import io.loanflow.contracts.release.ChampionMoved;
import io.loanflow.contracts.training.ModelVersionRef;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a version in service. Whatever fails once the alias may have moved moves it back. */
final class Champion {

    /** A move is a few calls of the registry; only where that is down does the next one wait for long. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private Champion() {}

    /** What came of it. */
    sealed interface Outcome {}

    record InService(Replicas replicas) implements Outcome {}

    /** The alias was elsewhere; nothing changed. */
    record Overtaken(@Nullable ModelVersionRef champion) implements Outcome {}

    /** @param champion now; null where there is none */
    record TakenBack(
            TemporalFailure failure,
            boolean cancelled,
            @Nullable ModelVersionRef champion) implements Outcome {}

    /**
     * @param from the champion that it was compared with, or that it takes the place of; null where there is none
     * @param withdrawal why that one never comes into service again; null where it may
     * @param cause for the ledger
     * @param show takes what to tell people
     */
    static Outcome put(
            ModelVersionRef version,
            @Nullable ModelVersionRef from,
            @Nullable String withdrawal,
            ReleaseCause cause,
            Consumer<String> show) {
        return put(new ChampionMove(from, version, withdrawal, ReleaseCause.run()), cause, show);
    }

    private static Outcome put(ChampionMove move, ReleaseCause cause, Consumer<String> show) {
        try {
            show.accept("makes version " + move.to().version() + " the champion");
            ChampionMoved moved = perform(new ChampionOrder(move, false, cause));
            if (!moved.done()) {
                return new Overtaken(moved.champion());
            }
            show.accept("waits until serving answers with version " + move.to().version());
            return new InService(Replicas.await(move.to()));
        } catch (TemporalFailure failure) {
            boolean cancelled = CancellationScope.current().isCancelRequested() || failure instanceof CanceledFailure;
            show.accept("takes version " + move.to().version() + " back: " + FailureReason.of(failure));
            return new TakenBack(failure, cancelled, takeBack(move, cause, failure));
        }
    }

    private static @Nullable ModelVersionRef takeBack(ChampionMove move, ReleaseCause cause, TemporalFailure why) {
        try {
            return uncancelled(() -> perform(new ChampionOrder(move, true, cause.because(FailureReason.of(why)))))
                    .champion();
        } catch (TemporalFailure failure) {
            throw ApplicationFailure.newNonRetryableFailureWithCause(
                    "Version " + move.to().version() + " of " + move.to().name() + " does not come into service ("
                            + FailureReason.of(why) + "), and its alias could not be moved back: "
                            + FailureReason.of(failure)
                            + ". See where it is by ./loanflow models, and move it in MLflow.",
                    FailureTypes.TRACKING_REFUSED,
                    failure);
        }
    }

    private static ChampionMoved perform(ChampionOrder order) {
        long giveUpAt = Workflow.currentTimeMillis() + PATIENCE.toMillis();
        for (Duration pause = FIRST_PAUSE; Workflow.currentTimeMillis() < giveUpAt; pause = longer(pause)) {
            try {
                return uncancelled(() -> stub(order).perform(order));
            } catch (ChildWorkflowFailure failure) {
                if (!(failure.getCause() instanceof WorkflowExecutionAlreadyStarted)) {
                    throw failure;
                }
            }
            Workflow.newTimer(pause, timerOptions(order.dataset())).get();
        }
        throw busy(order.dataset());
    }

    /** To its end, also in a workflow that is cancelled: what is known to have been done can be taken back. */
    private static ChampionMoved uncancelled(Supplier<ChampionMoved> work) {
        CompletablePromise<ChampionMoved> moved = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> moved.complete(work.get())).run();
        return moved.get();
    }

    /** Goes on where its parent is terminated: a move that has begun is done. */
    private static ChampionSwitch stub(ChampionOrder order) {
        return Workflow.newChildWorkflowStub(
                ChampionSwitch.class,
                ChildWorkflowOptions.newBuilder()
                        .setWorkflowId(ChampionSwitch.workflowId(order.dataset()))
                        .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                        .setStaticSummary(order.summary())
                        .build());
    }

    private static TimerOptions timerOptions(String dataset) {
        return TimerOptions.newBuilder()
                .setSummary("Another move is under way: " + ChampionSwitch.workflowId(dataset))
                .build();
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static ApplicationFailure busy(String dataset) {
        return ApplicationFailure.newNonRetryableFailure(
                "Another move of the champion of " + dataset + " did not end within a day. Workflow "
                        + ChampionSwitch.workflowId(dataset)
                        + " says why: mend that or terminate it, then start this one again.",
                FailureTypes.DATASET_BUSY);
    }
}
