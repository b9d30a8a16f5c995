package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.pipeline.PipelineResult;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowFailedException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts a run and shows how it goes until it ends. */
public final class PipelineRunner {

    private static final Duration POLL = Duration.ofMillis(250);

    /** Longer than a server takes to be started again. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final PipelineClient client;
    private final RunLinks links;

    public PipelineRunner(PipelineClient client, RunLinks links) {
        this.client = client;
        this.links = links;
    }

    /**
     * Waits for a run that was started.
     *
     * @param display shows how it goes
     * @param watch called again and again while the run goes on; tells its notes to whom it is given
     * @throws RunFailedException if it failed, or Temporal has not answered for minutes
     */
    public PipelineResult await(WorkflowExecution run, RunDisplay display, Consumer<Consumer<String>> watch) {
        RunSnapshot snapshot = null;
        long answered = System.nanoTime();
        while (snapshot == null || snapshot.open()) {
            watch.accept(display::note);
            snapshot = client.look(run).orElse(null);
            if (snapshot != null) {
                display.show(snapshot);
                answered = System.nanoTime();
            } else if (System.nanoTime() - answered > SILENCE.toNanos()) {
                throw new RunFailedException("Temporal has not answered for " + SILENCE.toMinutes()
                        + " min. The run goes on once it does: " + links.run(run));
            }
            pause(snapshot);
        }
        try {
            return client.result(run);
        } catch (WorkflowFailedException e) {
            RunFailure failure = RunFailure.of(e);
            throw new RunFailedException(
                    failure.reason() + "\n" + failure.remedy() + "\nThe run: " + links.run(run), e);
        }
    }

    private static void pause(@Nullable RunSnapshot snapshot) {
        if (snapshot != null && !snapshot.open()) {
            return;
        }
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the run", e);
        }
    }
}
