package io.loanflow.monitoring.notice;

import io.loanflow.monitoring.judgement.ColumnDrift;
import io.loanflow.monitoring.judgement.JudgedWindow;
import io.loanflow.monitoring.judgement.WindowReport;
import io.loanflow.monitoring.performance.Interval;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.RunContent;
import io.loanflow.tracking.TrackedRun;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Logs each window as an MLflow run, nested under one run a version, whose metrics go by windows as curves do. The same again changes nothing. */
@Component
class WindowRuns {

    private static final String SUFFIX = "-watch";
    private static final String REALISED = "realised_";

    private final MlflowRuns runs;

    WindowRuns(MlflowRuns runs) {
        this.runs = runs;
    }

    /** @param revision of what came out of the window since it was judged; 0 where nothing did */
    void log(JudgedWindow window, int revision) {
        WindowReport report = window.report();
        String experiment = runs.experiment(report.dataset() + SUFFIX);
        TrackedRun version = runs.findOrCreate(
                experiment, "version " + report.version(), "watched_version", Integer.toString(report.version()));
        TrackedRun run = runs.findOrCreateNested(
                version,
                "version " + report.version() + " from " + report.from(),
                "watched_window",
                Long.toString(window.id()));
        Map<String, Double> metrics = metrics(report);
        int step = (int) window.id();
        runs.log(
                run,
                new RunContent(
                        parameters(report),
                        metrics,
                        Map.of("state", report.state().name())));
        if (revision == 0) {
            runs.logStep(version, step, metrics);
        } else {
            Map<String, Double> realised = new LinkedHashMap<>();
            performance(realised, REALISED, report.realised());
            metrics.keySet().removeAll(realised.keySet());
            runs.logStep(version, step, metrics);
            runs.reviseStep(run, 0, revision, realised);
            runs.reviseStep(version, step, revision, realised);
        }
        if (!run.finished()) {
            runs.finish(run);
        }
    }

    private static Map<String, String> parameters(WindowReport report) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", report.from().toString());
        parameters.put("to", report.to().toString());
        parameters.put("model_digest", report.modelDigest());
        return parameters;
    }

    static Map<String, Double> metrics(WindowReport report) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("decisions", (double) report.decisions());
        metrics.put("alarms", (double) report.alarms().size());
        for (ColumnDrift column : report.columns()) {
            metrics.put("psi_" + metricName(column.column()), column.populationStability());
        }
        performance(metrics, "expected_", report.expected());
        performance(metrics, REALISED, report.realised());
        return metrics;
    }

    /** Of the signs that MLflow and Prometheus take. */
    static String metricName(String column) {
        return column.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("_$", "");
    }

    private static void performance(Map<String, Double> metrics, String prefix, @Nullable Performance performance) {
        if (performance != null) {
            put(metrics, prefix + "auc", performance.auc());
            put(metrics, prefix + "accuracy", performance.accuracy());
            put(metrics, prefix + "precision", performance.precision());
            put(metrics, prefix + "recall", performance.recall());
            put(metrics, prefix + "log_loss", performance.logLoss());
        }
    }

    private static void put(Map<String, Double> metrics, String name, @Nullable Interval interval) {
        if (interval != null) {
            metrics.put(name, interval.value());
        }
    }
}
