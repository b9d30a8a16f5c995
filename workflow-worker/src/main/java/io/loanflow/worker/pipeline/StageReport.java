package io.loanflow.worker.pipeline;

import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.serving.ServingResult;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.tuning.TuningResult;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people read of a stage that ended.
 *
 * @param summary one line with its numbers
 * @param link page with more; null where there is none
 */
record StageReport(String summary, @Nullable String link) {

    static StageReport of(IngestionResult result) {
        long stored = result.load().rows();
        String rows = result.alreadyLoaded()
                ? text(
                        "nothing to load: the %,d rows of load %s",
                        stored,
                        result.load().loads().stream()
                                .map(load -> Long.toString(load.loadId()))
                                .collect(Collectors.joining(", ")))
                : text("load %d: %,d rows stored%s", result.load().loadId(), stored, rate(stored, result.seconds()));
        return new StageReport(
                text(
                        "%s%s, %,d quarantined; %d expectations, %d not met; source %s%s",
                        rows,
                        result.rowsLeftOut() == 0 ? "" : text(", %,d left out", result.rowsLeftOut()),
                        result.rowsQuarantined(),
                        result.expectationsEvaluated(),
                        result.expectationsFailed(),
                        result.load().rowsByOrigin().keySet().stream()
                                .map(origin -> origin.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" and ")),
                        result.note() == null ? "" : "; note: " + result.note()),
                result.validationUrl());
    }

    static StageReport of(PreprocessingResult result) {
        long rows = result.batches().trainRows() + result.batches().testRows();
        String origin = result.alreadyPrepared()
                ? "found as made by " + result.madeBy().workflowId()
                : "prepared" + rate(rows, result.seconds());
        return new StageReport(
                text(
                        "%,d rows to train on (%.1f %% positive), %,d to test (%.1f %%), %d features; %s",
                        result.batches().trainRows(),
                        100 * result.trainPositiveShare(),
                        result.batches().testRows(),
                        100 * result.testPositiveShare(),
                        result.featureCount(),
                        origin),
                null);
    }

    static StageReport of(TuningResult result) {
        return new StageReport(
                text(
                        "log loss %.4f on folds of the training rows, AUC %.4f, F1 %.4f; before %.4f, %.4f, %.4f; %s",
                        result.best().logLoss(),
                        result.best().rocAuc(),
                        result.best().f1(),
                        result.before().logLoss(),
                        result.before().rocAuc(),
                        result.before().f1(),
                        result.alreadyTuned()
                                ? "found as made by " + result.madeBy().workflowId()
                                : text("%d measurements in %.0f s", result.measured(), result.seconds())),
                result.runUrl());
    }

    static StageReport of(TrainingResult result) {
        ModelMetrics metrics = result.metrics();
        String origin = result.alreadyTrained()
                ? "found as made by " + result.madeBy().workflowId()
                : text("trained in %.1f s", result.seconds());
        return new StageReport(
                text(
                        "version %d: accuracy %.4f, AUC %.4f, F1 %.4f, log loss %.4f; %s",
                        result.model().version(),
                        metrics.accuracy(),
                        metrics.rocAuc(),
                        metrics.f1(),
                        metrics.logLoss(),
                        origin),
                result.runUrl());
    }

    static StageReport of(PromotionResult result) {
        String verdict = result.verdict().name().toLowerCase(Locale.ROOT);
        return new StageReport(
                verdict + ": " + result.reason(),
                result.details() == null ? null : result.details().page());
    }

    static StageReport of(ServingResult result) {
        ModelVersionRef model = result.model();
        return new StageReport(
                text("%s version %d answers after %.1f s", model.name(), model.version(), result.seconds()),
                result.predictionUrl());
    }

    private static String rate(long rows, double seconds) {
        return seconds > 0 ? text(" at %,.0f rows/s", rows / seconds) : "";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
