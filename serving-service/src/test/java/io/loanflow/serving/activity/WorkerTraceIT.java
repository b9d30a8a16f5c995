package io.loanflow.serving.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.contracts.execution.TaskQueues;
import io.loanflow.contracts.serving.ServingActivities;
import io.loanflow.serving.fixture.RunningService;
import io.loanflow.testsupport.TemporalExtension;
import io.loanflow.testsupport.TraceCollector;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.opentracing.OpenTracingOptions;
import io.temporal.opentracing.OpenTracingWorkerInterceptor;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From whoever starts a workflow, through it, to what serving does for it: one trace. */
class WorkerTraceIT {

    @RegisterExtension
    static final TemporalExtension TEMPORAL = new TemporalExtension();

    private static final String CALLERS = "traced-callers";

    @Test
    void anActivityIsPartOfTheTraceThatStartedItsWorkflow() throws IOException {
        try (TraceCollector collector = TraceCollector.start()) {
            String trace;
            try (RunningService service = RunningService.start(
                    URI.create("http://127.0.0.1:1"),
                    "loan",
                    "--spring.temporal.connection.target=" + TEMPORAL.address(),
                    "--LOANFLOW_OTLP_ENDPOINT=" + collector.address())) {
                trace = startTraced(service);
            }
            assertThat(collector.spans())
                    .filteredOn(span -> HexFormat.of()
                            .formatHex(span.getTraceId().toByteArray())
                            .equals(trace))
                    .extracting(io.opentelemetry.proto.trace.v1.Span::getName)
                    .contains(
                            "StartWorkflow:Asker",
                            "RunWorkflow:Asker",
                            "StartActivity:Replicas",
                            "RunActivity:Replicas");
        }
    }

    private static String startTraced(RunningService service) {
        WorkflowClient client = service.part(WorkflowClient.class);
        WorkerFactory callers = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new OpenTracingWorkerInterceptor(OpenTracingOptions.newBuilder()
                                .setTracer(service.part(io.opentracing.Tracer.class))
                                .build()))
                        .build());
        callers.newWorker(CALLERS).registerWorkflowImplementationTypes(AskerImpl.class);
        callers.start();
        Tracer tracer = service.part(Tracer.class);
        Span span = tracer.nextSpan().name("test").start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            assertThat(scope).isNotNull();
            assertThat(client.newWorkflowStub(
                                    Asker.class,
                                    WorkflowOptions.newBuilder()
                                            .setTaskQueue(CALLERS)
                                            .build())
                            .ask())
                    .hasSize(1);
            return span.context().traceId();
        } finally {
            span.end();
            callers.shutdownNow();
        }
    }

    /** Asks serving who lives. */
    @WorkflowInterface
    public interface Asker {

        @WorkflowMethod
        List<String> ask();
    }

    public static class AskerImpl implements Asker {

        @Override
        public List<String> ask() {
            return Workflow.newActivityStub(
                            ServingActivities.class,
                            ActivityOptions.newBuilder()
                                    .setTaskQueue(TaskQueues.SERVING)
                                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                                    .build())
                    .replicas();
        }
    }
}
