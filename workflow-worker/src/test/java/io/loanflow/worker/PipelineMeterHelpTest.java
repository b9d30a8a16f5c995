package io.loanflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class PipelineMeterHelpTest {

    @Test
    void whatWorkflowsCountIsExplained() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().meterFilter(new PipelineMeterHelp());
        registry.counter("loanflow_pipeline_runs", "dataset", "loan").increment();
        registry.timer("loanflow_pipeline_stage", "stage", "train");

        assertThat(registry.scrape())
                .contains("# HELP loanflow_pipeline_runs_total Runs of the pipeline that ended")
                .contains("# HELP loanflow_pipeline_stage_seconds What stages of the pipeline took")
                .contains("dataset=\"loan\"");
    }
}
