package io.loanflow.localstack.pipeline;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.ingestion.IngestionResult;
import io.loanflow.contracts.pipeline.PipelineResult;
import io.loanflow.contracts.preprocessing.PreprocessingResult;
import io.loanflow.contracts.release.PromotionResult;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelMetrics;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.contracts.training.TrainingResult;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.localstack.terminal.Terminal;
import io.temporal.api.common.v1.WorkflowExecution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of a run, for people. */
public final class RunSummary {

    private final Terminal terminal;
    private final RunLinks links;

    public RunSummary(Terminal terminal, RunLinks links) {
        this.terminal = terminal;
        this.links = links;
    }

    /** @param prediction lines about a prediction that was asked for; empty where no model is in service */
    public List<String> lines(WorkflowExecution run, PipelineResult result, List<String> prediction) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(item("Rows", rows(result.ingestion())));
        lines.add(item("Source", source(result.ingestion().load().origin())));
        if (result.ingestion().note() != null) {
            lines.add(item("", result.ingestion().note()));
        }
        lines.add(item("Features", features(result.preprocessing())));
        TuningResult tuning = result.tuning();
        if (tuning != null) {
            lines.add(item("Tuning", tuning(tuning)));
        }
        lines.add(item("Model", model(result.training())));
        if (result.training().note() != null) {
            lines.add(item("", terminal.yellow(result.training().note())));
        }
        lines.add(item("Metrics", metrics(result.training().metrics())));
        lines.add(item("Verdict", verdict(result.promotion())));
        for (int i = 0; i < prediction.size(); i++) {
            lines.add(item(i == 0 ? "Prediction" : "", prediction.get(i)));
        }
        lines.add("");
        lines.add(item("Start here", links.start()));
        lines.add(item("Temporal", links.run(run)));
        links.runs().ifPresent(runs -> lines.add(item("All runs", runs)));
        lines.add(item("MLflow", RunLinks.experiment(result.training().runUrl())));
        lines.add(item("Swagger UI", links.swagger()));
        lines.add(item("Validation", result.ingestion().validationUrl()));
        return lines;
    }

    private String item(String label, String text) {
        return "  " + terminal.bold(text("%-11s", label)) + " " + text;
    }

    private static String rows(IngestionResult ingestion) {
        String rows = text(
                "%,d read, %,d stored%s, %,d quarantined",
                ingestion.rowsRead(),
                ingestion.load().rows(),
                ingestion.rowsLeftOut() == 0 ? "" : text(", %,d left out", ingestion.rowsLeftOut()),
                ingestion.rowsQuarantined());
        return ingestion.alreadyLoaded()
                ? text(
                        "nothing to load: the rows of load %d (%s)",
                        ingestion.load().loadId(), rows)
                : text("%s (load %d)", rows, ingestion.load().loadId());
    }

    private String source(DataOrigin origin) {
        return switch (origin) {
            case FILE -> "a file of yours";
            case DOWNLOAD -> "the published data set, downloaded and checked";
            case OUTCOMES -> "decisions whose outcome is known";
            case SYNTHETIC -> terminal.yellow("SYNTHETIC: generated rows; the model says nothing about real people");
        };
    }

    private static String features(PreprocessingResult preprocessing) {
        return text(
                "%d, %,d rows to train on, %,d to test%s",
                preprocessing.featureCount(),
                preprocessing.batches().trainRows(),
                preprocessing.batches().testRows(),
                preprocessing.alreadyPrepared()
                        ? "; found in Redis as made by "
                                + preprocessing.madeBy().workflowId()
                        : "");
    }

    private static String tuning(TuningResult tuning) {
        TrainingSettings settings = tuning.settings();
        return text(
                        "log loss on folds of the training rows %.4f, before %.4f; ",
                        tuning.best().logLoss(), tuning.before().logLoss())
                + settings.parameters().entrySet().stream()
                        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                        .collect(Collectors.joining(", "))
                + (tuning.alreadyTuned()
                        ? "; found as made by " + tuning.madeBy().workflowId()
                        : "");
    }

    private static String model(TrainingResult training) {
        ModelVersionRef model = training.model();
        return text(
                "%s version %d%s",
                model.name(),
                model.version(),
                training.alreadyTrained()
                        ? ", trained by " + training.madeBy().workflowId()
                        : text(", trained in %.1f s", training.seconds()));
    }

    private static String metrics(ModelMetrics metrics) {
        return text(
                "accuracy %.4f, AUC %.4f, F1 %.4f, precision %.4f, recall %.4f, log loss %.4f",
                metrics.accuracy(),
                metrics.rocAuc(),
                metrics.f1(),
                metrics.precision(),
                metrics.recall(),
                metrics.logLoss());
    }

    private String verdict(PromotionResult promotion) {
        String verdict = promotion.verdict().name().toLowerCase(Locale.ROOT);
        boolean stays = promotion.verdict() == Verdict.REFUSED || promotion.verdict() == Verdict.HELD;
        return (stays ? terminal.yellow(verdict) : terminal.green(verdict)) + ": " + promotion.reason();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
