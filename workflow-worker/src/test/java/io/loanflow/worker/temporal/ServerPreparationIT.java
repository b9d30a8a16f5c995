package io.loanflow.worker.temporal;

import static io.loanflow.testsupport.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.monitoring.Monitoring;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.loanflow.testsupport.TemporalExtension;
import io.loanflow.worker.WorkflowWorkerApplication;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleDescription;
import io.temporal.client.schedules.ScheduleIntervalSpec;
import io.temporal.common.SearchAttributes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class ServerPreparationIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        application = SpringApplication.run(
                WorkflowWorkerApplication.class,
                "--server.port=0",
                "--spring.temporal.connection.target=" + TEMPORAL.address(),
                "--loanflow.data-directory=../data",
                "--loanflow.setup-retry-interval=200ms");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void readinessComesOnceTheServerIsSetUp() {
        await().untilAsserted(
                        () -> assertThat(body("/actuator/health/readiness")).contains("\"status\":\"UP\""));
    }

    @Test
    void theDailyScheduleIsPausedAndStartsThePipelineWhenTriggered() {
        ScheduleClient schedules = application.getBean(ScheduleClient.class);
        await().until(() -> exists(schedules));

        assertThat(daily(schedules).getSchedule().getState().isPaused()).isTrue();
        schedules.getHandle("loan-daily").trigger();

        await().untilAsserted(() ->
                assertThat(daily(schedules).getInfo().getRecentActions()).hasSize(1));
    }

    @Test
    void theWatchIsNotPausedAndLooksEveryFiveMinutesOneAtATime() {
        ScheduleClient schedules = application.getBean(ScheduleClient.class);
        String id = Monitoring.scheduleId("loan");
        await().until(() -> exists(schedules, id));

        Schedule watch = schedules.getHandle(id).describe().getSchedule();

        assertThat(watch.getState().isPaused()).isFalse();
        assertThat(watch.getSpec().getIntervals())
                .extracting(ScheduleIntervalSpec::getEvery)
                .containsExactly(Duration.ofMinutes(5));
        assertThat(watch.getPolicy().getOverlap()).isEqualTo(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP);
        assertThat(watch.getAction())
                .isInstanceOfSatisfying(
                        ScheduleActionStartWorkflow.class,
                        action -> assertThat(action.getWorkflowType()).isEqualTo(Monitoring.class.getSimpleName()));
    }

    @Test
    void runsAreFoundByTheirDataSet() {
        WorkflowClient client = application.getBean(WorkflowClient.class);
        ScheduleClient schedules = application.getBean(ScheduleClient.class);
        await().until(() -> exists(schedules));
        schedules.getHandle("loan-daily").trigger();

        String query = PipelineSearchAttributes.DATASET.getName() + " = 'loan'";
        await().untilAsserted(
                        () -> assertThat(client.listExecutions(query).count()).isPositive());
    }

    @Test
    void metricsAreServed() throws Exception {
        assertThat(body("/actuator/prometheus")).contains("temporal_");
    }

    @Test
    void itIsSeenWhenTheLastRunOfADataSetFailed() {
        ScheduleClient schedules = application.getBean(ScheduleClient.class);
        await().until(() -> exists(schedules));
        WorkflowStub refused = application
                .getBean(WorkflowClient.class)
                .newUntypedWorkflowStub(
                        Pipeline.class.getSimpleName(),
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(TaskQueues.PIPELINE)
                                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                                        .set(PipelineSearchAttributes.DATASET, "loan")
                                        .build())
                                .build());
        refused.start(Map.of("no such", "setting"));
        assertThatThrownBy(() -> refused.getResult(Object.class)).isInstanceOf(WorkflowFailedException.class);

        await().untilAsserted(() -> assertThat(body("/actuator/prometheus"))
                .contains("loanflow_run_ended_timestamp_seconds{dataset=\"loan\",state=\"failed\"} "));
    }

    @Test
    void tasksAreTakenInTheNameOfServiceAndHost() {
        assertThat(application.getBean(WorkflowClient.class).getOptions().getIdentity())
                .matches("workflow-worker@[0-9]+@.+");
    }

    private static boolean exists(ScheduleClient schedules) {
        return exists(schedules, "loan-daily");
    }

    private static boolean exists(ScheduleClient schedules, String id) {
        return schedules
                .listSchedules()
                .anyMatch(schedule -> schedule.getScheduleId().equals(id));
    }

    private static ScheduleDescription daily(ScheduleClient schedules) {
        return schedules.getHandle("loan-daily").describe();
    }

    private static String body(String path) throws Exception {
        URI address = URI.create(
                "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
