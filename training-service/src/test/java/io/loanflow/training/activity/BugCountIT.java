package io.loanflow.training.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.loanflow.contracts.execution.ActivityHeartbeat;
import io.loanflow.contracts.execution.RowProgress;
import io.loanflow.contracts.failure.FailureTypes;
import io.loanflow.testsupport.TemporalExtension;
import io.loanflow.tracking.TrackingException;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Temporal numbers all attempts alike; a bug has three of its own. */
class BugCountIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private static final String QUEUE = "bug-count";

    private static WorkflowServiceStubs stubs;
    private static WorkflowClient client;
    private static WorkerFactory workers;

    @BeforeAll
    static void start() {
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(TEMPORAL.address())
                .build());
        client = WorkflowClient.newInstance(stubs);
        workers = WorkerFactory.newInstance(client);
        Worker worker = workers.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(ScriptedWorkflow.class);
        worker.registerActivitiesImplementations(new Steps());
        workers.start();
    }

    @AfterAll
    static void stop() {
        workers.shutdownNow();
        stubs.shutdownNow();
    }

    @Test
    void outagesBeforeABugDoNotUseUpItsTries() {
        assertThat(attemptThatEnded("outage outage outage outage bug bug bug bug"))
                .isEqualTo(7);
    }

    @Test
    void outagesBetweenBugsNeitherCountNorForgive() {
        assertThat(attemptThatEnded("bug outage bug outage outage bug bug")).isEqualTo(6);
    }

    @Test
    void aBugAloneEndsWithItsThirdTry() {
        assertThat(attemptThatEnded("bug bug bug bug")).isEqualTo(3);
    }

    private static int attemptThatEnded(String script) {
        Scripted workflow = client.newWorkflowStub(
                Scripted.class, WorkflowOptions.newBuilder().setTaskQueue(QUEUE).build());
        WorkflowFailedException failed =
                catchThrowableOfType(WorkflowFailedException.class, () -> workflow.run(script));
        ApplicationFailure failure = (ApplicationFailure) failed.getCause().getCause();
        assertThat(failure.getType()).isEqualTo(FailureTypes.BUG);
        return Integer.parseInt(failure.getOriginalMessage().replaceAll(".*attempt (\\d+)\\..*", "$1"));
    }

    /** Has a step whose attempts end as the script says. */
    @WorkflowInterface
    public interface Scripted {

        @WorkflowMethod
        void run(String script);
    }

    /** With pauses that are over at once. */
    public static final class ScriptedWorkflow implements Scripted {

        private final Step step = Workflow.newActivityStub(
                Step.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(RetryOptions.newBuilder()
                                .setInitialInterval(Duration.ofMillis(1))
                                .setMaximumInterval(Duration.ofMillis(1))
                                .build())
                        .build());

        @Override
        public void run(String script) {
            step.run(script);
        }
    }

    /** One word of the script is how one attempt ends. */
    @ActivityInterface
    public interface Step {

        void run(String script);
    }

    /** Tells of its progress, as the activities of the services do. */
    public static final class Steps implements Step {

        @Override
        public void run(String script) {
            int attempt = Activity.getExecutionContext().getInfo().getAttempt();
            var unused = Failures.typed(() -> ActivityHeartbeat.during(new RowProgress(0, 10, "rows"), progress -> {
                progress.accept(new RowProgress(attempt, 10, "rows"));
                List<String> ends = List.of(script.split(" "));
                throw ends.get(attempt - 1).equals("bug")
                        ? new IllegalStateException("attempt " + attempt)
                        : new TrackingException("MLflow is down");
            }));
        }
    }
}
