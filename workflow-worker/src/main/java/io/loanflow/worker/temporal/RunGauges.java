package io.loanflow.worker.temporal;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.pipeline.Pipeline;
import io.loanflow.contracts.pipeline.PipelineSearchAttributes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the last run of each data set ended well, and ended otherwise, for Prometheus. Temporal knows, also after a restart. */
@Component
class RunGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunGauges.class);

    private static final long PAUSE_SECONDS = 30;
    private static final List<String> ENDS = List.of("Completed", "Failed");

    private final DatasetCatalog catalog;
    private final WorkflowClient temporal;
    private final MultiGauge gauge;
    private final Map<Tags, Double> ended = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "run-gauges");
        thread.setDaemon(true);
        return thread;
    });

    RunGauges(DatasetCatalog catalog, WorkflowClient temporal, MeterRegistry registry) {
        this.catalog = catalog;
        this.temporal = temporal;
        gauge = MultiGauge.builder("loanflow.run.ended.timestamp")
                .description("When the last run of the data set ended well (completed) or not (failed), since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var unused = executor.scheduleWithFixedDelay(this::look, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /** Never throws, so that the next look comes; what was seen stays meanwhile. */
    private void look() {
        try {
            catalog.names().forEach(this::look);
            gauge.register(
                    ended.entrySet().stream()
                            .<MultiGauge.Row<?>>map(end -> MultiGauge.Row.of(end.getKey(), end.getValue()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.debug("Temporal does not say how runs ended", e);
        }
    }

    private void look(String dataset) {
        for (String end : ENDS) {
            Tags tags = Tags.of("dataset", dataset, "state", end.toLowerCase(Locale.ROOT));
            last(dataset, end).ifPresent(seconds -> ended.put(tags, seconds));
        }
    }

    /** @param status as Temporal's lists say it; what ended last comes first */
    private Optional<Double> last(String dataset, String status) {
        ListWorkflowExecutionsRequest request = ListWorkflowExecutionsRequest.newBuilder()
                .setNamespace(temporal.getOptions().getNamespace())
                .setPageSize(1)
                .setQuery("WorkflowType = '" + Pipeline.class.getSimpleName() + "' AND ExecutionStatus = '" + status
                        + "' AND " + PipelineSearchAttributes.DATASET.getName() + " = '" + dataset + "'")
                .build();
        return temporal
                .getWorkflowServiceStubs()
                .blockingStub()
                .listWorkflowExecutions(request)
                .getExecutionsList()
                .stream()
                .findFirst()
                .map(WorkflowExecutionInfo::getCloseTime)
                .map(time -> (double) time.getSeconds());
    }
}
