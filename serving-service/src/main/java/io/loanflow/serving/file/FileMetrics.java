package io.loanflow.serving.file;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What Prometheus sees of files. */
@Component
class FileMetrics {

    private final MeterRegistry registry;

    FileMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Of one file. */
    void answered(String dataset, long rows, long wrong) {
        counter(dataset, "answered").increment((double) (rows - wrong));
        counter(dataset, "invalid").increment((double) wrong);
    }

    private Counter counter(String dataset, String outcome) {
        return Counter.builder("loanflow.file.rows")
                .description("Rows of files that were scored, or refused as not valid")
                .tag("dataset", dataset)
                .tag("outcome", outcome)
                .register(registry);
    }
}
