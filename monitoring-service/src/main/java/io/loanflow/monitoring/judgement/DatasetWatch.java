package io.loanflow.monitoring.judgement;

import io.loanflow.contracts.dataset.DatasetCatalog;
import io.loanflow.monitoring.decision.DecisionScan;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.decision.DecisionVersion;
import io.loanflow.monitoring.model.ModelShelf;
import io.loanflow.monitoring.window.WatchDefinition;
import io.loanflow.monitoring.window.WatchDefinitionReader;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges the windows of a data set that have ended, each once, and measures what came out of earlier ones. */
@Component
public class DatasetWatch {

    private final DatasetCatalog catalog;
    private final DecisionScan scan;
    private final ModelShelf models;
    private final WindowJudge judge;
    private final WindowLedger ledger;
    private final LateOutcomes late;

    DatasetWatch(
            DatasetCatalog catalog,
            DecisionScan scan,
            ModelShelf models,
            WindowJudge judge,
            WindowLedger ledger,
            LateOutcomes late) {
        this.catalog = catalog;
        this.scan = scan;
        this.models = models;
        this.judge = judge;
        this.ledger = ledger;
        this.late = late;
    }

    /**
     * @return the windows that were judged now, the oldest of each version first
     * @throws io.loanflow.contracts.dataset.DatasetDefinitionException if there is no such data set, or its {@code monitoring.yaml} is wrong
     */
    public List<JudgedWindow> judgeEnded(String dataset) {
        WatchDefinition watch =
                WatchDefinitionReader.read(catalog.directory(dataset).resolve(WatchDefinitionReader.FILE));
        List<JudgedWindow> judged = new ArrayList<>();
        if (scan.hasDecisions(dataset)) {
            Instant now = Clock.systemUTC().instant().minus(watch.delay()).truncatedTo(ChronoUnit.MICROS);
            judgeVersions(dataset, watch, now, judged);
        }
        return judged;
    }

    /** A version whose windows cannot be judged, such as one whose model is gone, keeps no other from being judged. */
    private void judgeVersions(String dataset, WatchDefinition watch, Instant now, List<JudgedWindow> judged) {
        RuntimeException first = null;
        for (DecisionVersion version : scan.versions(dataset)) {
            try {
                judge(dataset, version, watch, now, judged);
            } catch (RuntimeException e) {
                if (first != null) {
                    e.addSuppressed(first);
                }
                first = e;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void judge(
            String dataset, DecisionVersion version, WatchDefinition watch, Instant now, List<JudgedWindow> judged) {
        late.measure(dataset, version.version(), () -> models.model(version.runId()));
        Instant from = ledger.lastEnd(dataset, version.version()).orElseGet(() -> begin(version, watch));
        Optional<DecisionSpan> next = next(new DecisionSpan(dataset, version.version(), from, now), version, watch);
        while (next.isPresent()) {
            DecisionSpan span = next.get();
            if (scan.count(span) > 0) {
                judged.add(ledger.keep(judge.judge(span, models.model(version.runId()), watch)));
            }
            next = next(new DecisionSpan(dataset, version.version(), span.to(), now), version, watch);
        }
    }

    private static Instant begin(DecisionVersion version, WatchDefinition watch) {
        return watch.window().countsDecisions()
                ? version.first()
                : watch.window().beginOf(version.first());
    }

    /** @param rest from the end of the window before until now */
    private Optional<DecisionSpan> next(DecisionSpan rest, DecisionVersion version, WatchDefinition watch) {
        if (rest.from().isAfter(version.last()) || !rest.from().isBefore(rest.to())) {
            return Optional.empty();
        }
        Optional<Instant> end = watch.window().countsDecisions()
                // Those of the same moment belong to the same window.
                ? scan.momentOf(rest, watch.window().decisions()).map(moment -> moment.plus(1, ChronoUnit.MICROS))
                : Optional.of(rest.from().plus(watch.window().time()));
        return end.filter(moment -> !moment.isAfter(rest.to()))
                .map(moment -> new DecisionSpan(rest.dataset(), rest.version(), rest.from(), moment));
    }
}
