package io.loanflow.monitoring.judgement;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.contracts.monitoring.FirstDecisions;
import io.loanflow.contracts.monitoring.FirstDecisionsRequest;
import io.loanflow.contracts.monitoring.ScoreDrift;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.monitoring.decision.DecisionScan;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.model.ModelShelf;
import io.loanflow.monitoring.model.WatchedModel;
import io.loanflow.monitoring.window.WatchDefinition;
import io.loanflow.monitoring.window.WatchDefinitionReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Says how the score of a version's first decisions lies, by the judgement of windows; keeps nothing. */
@Component
public class FirstDecisionsJudge {

    private final DatasetCatalog catalog;
    private final DecisionScan scan;
    private final ModelShelf models;
    private final WindowJudge judge;

    FirstDecisionsJudge(DatasetCatalog catalog, DecisionScan scan, ModelShelf models, WindowJudge judge) {
        this.catalog = catalog;
        this.scan = scan;
        this.models = models;
        this.judge = judge;
    }

    /** @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set, or its {@code monitoring.yaml} is wrong */
    public FirstDecisions judge(FirstDecisionsRequest request) {
        ModelVersionRef version = request.version();
        WatchDefinition watch =
                WatchDefinitionReader.read(catalog.directory(version.name()).resolve(WatchDefinitionReader.FILE));
        return judge(request, watch, () -> models.model(version.runId()));
    }

    FirstDecisions judge(FirstDecisionsRequest request, WatchDefinition watch, Supplier<WatchedModel> model) {
        ModelVersionRef version = request.version();
        if (!scan.hasDecisions(version.name())) {
            return new FirstDecisions(0, null, "no decision is stored yet");
        }
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
        DecisionSpan all = new DecisionSpan(version.name(), version.version(), request.from(), now);
        Optional<DecisionSpan> first = scan.momentOf(all, request.decisions())
                // Those of the same moment belong to the same window.
                .map(last ->
                        new DecisionSpan(all.dataset(), all.version(), all.from(), last.plus(1, ChronoUnit.MICROS)));
        if (first.isEmpty() && !request.last()) {
            return new FirstDecisions(scan.count(all), null, "more decisions are waited for");
        }
        return judged(judge.judge(first.orElse(all), model.get(), watch));
    }

    private static FirstDecisions judged(WindowReport report) {
        ScoreDrift drift = report.columns().stream()
                .filter(column -> column.column().equals(WatchedColumns.SCORE))
                .findFirst()
                .map(column -> new ScoreDrift(
                        column.populationStability(), column.chance(), report.threshold(), column.alarm()))
                .orElse(null);
        return new FirstDecisions(report.decisions(), drift, report.note());
    }
}
