package io.loanflow.monitoring.judgement;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.reference.ReferenceDistribution;
import io.loanflow.monitoring.alarm.AlarmRule;
import io.loanflow.monitoring.alarm.WatchedColumn;
import io.loanflow.monitoring.decision.CellScan;
import io.loanflow.monitoring.decision.DecisionScan;
import io.loanflow.monitoring.decision.DecisionSpan;
import io.loanflow.monitoring.decision.ProbabilityCell;
import io.loanflow.monitoring.decision.RefusedInputScan;
import io.loanflow.monitoring.decision.RefusedInputs;
import io.loanflow.monitoring.fairness.Fairness;
import io.loanflow.monitoring.model.WatchedModel;
import io.loanflow.monitoring.outcome.OutcomeCell;
import io.loanflow.monitoring.outcome.OutcomeTable;
import io.loanflow.monitoring.performance.CalibrationCheck;
import io.loanflow.monitoring.performance.ExpectedPerformance;
import io.loanflow.monitoring.performance.Performance;
import io.loanflow.monitoring.performance.RealisedPerformance;
import io.loanflow.monitoring.statistics.Counts;
import io.loanflow.monitoring.statistics.DriftMeasures;
import io.loanflow.monitoring.window.WatchDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges a window. The same decisions and outcomes are judged the same. */
@Component
public class WindowJudge {

    private final DecisionScan scan;
    private final CellScan cells;
    private final OutcomeTable outcomes;
    private final AlarmRules rules;
    private final RefusedInputScan refused;

    WindowJudge(DecisionScan scan, CellScan cells, OutcomeTable outcomes, AlarmRules rules, RefusedInputScan refused) {
        this.scan = scan;
        this.cells = cells;
        this.outcomes = outcomes;
        this.rules = rules;
        this.refused = refused;
    }

    public WindowReport judge(DecisionSpan span, WatchedModel model, WatchDefinition watch) {
        long begin = System.nanoTime();
        RefusedInputs inputs = refused.refused(span);
        List<ProbabilityCell> probabilities = scan.probabilities(span);
        long decisions =
                probabilities.stream().mapToLong(ProbabilityCell::decisions).sum();
        ReferenceDistribution reference = model.distribution();
        if (reference == null) {
            return empty(
                    span,
                    model,
                    decisions,
                    inputs,
                    WindowState.UNCOMPARED,
                    "the model was trained before models carried the distribution of their rows. Train it again.");
        }
        if (decisions < watch.least()) {
            return empty(
                    span,
                    model,
                    decisions,
                    inputs,
                    WindowState.FEW,
                    "there are " + decisions + " decisions; it takes " + watch.least()
                            + " (least in monitoring.yaml) to say anything.");
        }
        WatchedColumns watched = new WatchedColumns(model.definition(), reference);
        List<WatchedColumn> columns = watched.all();
        // Of a model and size that were not met yet the rule takes its time, while the server counts.
        CompletableFuture<AlarmRule> working = CompletableFuture.supplyAsync(
                () -> rules.rule(model.digest(), columns, decisions, watch.falseAlarmRate()));
        List<WindowCounts> counts = watched.counts(cells.counts(span, watched.counted(), decisions));
        AlarmRule rule = working.join();
        List<ColumnDrift> drifts = drifts(watched, counts, rule);
        List<OutcomeCell> known = outcomes.cells(span);
        Realised realised = realised(span, model.definition(), known);
        return new WindowReport(
                span.dataset(),
                span.version(),
                model.digest(),
                span.from(),
                span.to(),
                decisions,
                drifts.stream().anyMatch(ColumnDrift::alarm) ? WindowState.ALARM : WindowState.WELL,
                null,
                watch.falseAlarmRate(),
                rule.threshold(),
                drifts,
                expected(probabilities, model.definition(), reference, known),
                realised.performance(),
                realised.groups(),
                (System.nanoTime() - begin) / 1e9,
                inputs);
    }

    /** What came out of a window's decisions, as far as it is known now. */
    Realised realised(DecisionSpan span, DatasetDefinition definition) {
        return realised(span, definition, outcomes.cells(span));
    }

    private Realised realised(DecisionSpan span, DatasetDefinition definition, List<OutcomeCell> known) {
        return new Realised(
                known.isEmpty() ? null : RealisedPerformance.of(known, definition.positiveLabel()),
                new Fairness(definition).compare(column -> scan.groups(span, column), known));
    }

    private static WindowReport empty(
            DecisionSpan span,
            WatchedModel model,
            long decisions,
            RefusedInputs inputs,
            WindowState state,
            String note) {
        return new WindowReport(
                span.dataset(),
                span.version(),
                model.digest(),
                span.from(),
                span.to(),
                decisions,
                state,
                note,
                0,
                0,
                List.of(),
                null,
                null,
                List.of(),
                0,
                inputs);
    }

    private Performance expected(
            List<ProbabilityCell> probabilities,
            DatasetDefinition definition,
            ReferenceDistribution reference,
            List<OutcomeCell> known) {
        String refusal = CalibrationCheck.problem(reference.calibration())
                .map(problem -> "On the held-out part, " + problem + ".")
                .orElseGet(() -> problemOfOutcomes(definition, known));
        return ExpectedPerformance.of(probabilities, definition.positiveLabel(), refusal);
    }

    /** Few outcomes say nothing; the held-out part has said that probabilities hold. */
    private static @Nullable String problemOfOutcomes(DatasetDefinition definition, List<OutcomeCell> known) {
        long rows = known.stream().mapToLong(OutcomeCell::rows).sum();
        if (rows < CalibrationCheck.LEAST_ROWS) {
            return null;
        }
        return CalibrationCheck.problem(RealisedPerformance.bins(known, definition.positiveLabel()))
                .map(problem -> "In this window, " + problem + ".")
                .orElse(null);
    }

    private static List<ColumnDrift> drifts(WatchedColumns watched, List<WindowCounts> counts, AlarmRule rule) {
        Map<String, Double> chances =
                rule.chances(counts.stream().map(WindowCounts::cells).toList());
        List<ColumnDrift> drifts = new ArrayList<>();
        List<WatchedColumn> columns = watched.all();
        List<List<String>> cells = watched.cells();
        for (int i = 0; i < columns.size(); i++) {
            double chance = chances.getOrDefault(columns.get(i).name(), 1.0);
            drifts.add(drift(columns.get(i), counts.get(i), cells.get(i), new Beyond(chance, rule.threshold())));
        }
        drifts.sort(Comparator.comparingDouble(ColumnDrift::chance));
        return drifts;
    }

    private record Beyond(double chance, double threshold) {

        boolean alarm() {
            return chance <= threshold;
        }
    }

    private static ColumnDrift drift(WatchedColumn column, WindowCounts window, List<String> cells, Beyond beyond) {
        Counts counts = column.against(window.cells());
        boolean ordered = column.ordered();
        return new ColumnDrift(
                column.name(),
                window.missing(),
                window.unseen(),
                DriftMeasures.populationStability(counts),
                DriftMeasures.jensenShannon(counts),
                ordered ? DriftMeasures.wasserstein(counts, column.positions()) : null,
                ordered ? DriftMeasures.kolmogorovSmirnov(counts) : null,
                ordered ? null : DriftMeasures.chiSquared(counts),
                beyond.chance(),
                beyond.alarm(),
                cells,
                Arrays.stream(counts.reference()).boxed().toList(),
                Arrays.stream(counts.current()).boxed().toList());
    }
}
