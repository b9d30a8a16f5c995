package io.loanflow.monitoring.notice;

import io.loanflow.monitoring.judgement.WindowReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The newest window of each data set, for Prometheus: {@code loanflow_watch_window} by data set and figure. */
@Component
class WindowGauges {

    private final MultiGauge gauge;
    private final Map<String, WindowReport> newest = new TreeMap<>();

    WindowGauges(MeterRegistry registry) {
        gauge = MultiGauge.builder("loanflow.watch.window")
                .description("Figures of the newest judged window of decisions")
                .register(registry);
    }

    synchronized void show(WindowReport report) {
        newest.put(report.dataset(), report);
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        newest.forEach((dataset, window) -> WindowRuns.metrics(window)
                .forEach((figure, value) ->
                        rows.add(MultiGauge.Row.of(Tags.of("dataset", dataset, "figure", figure), value))));
        gauge.register(rows, true);
    }
}
