package io.loanflow.worker.pipeline;

import io.loanflow.contracts.execution.PipelineRun;
import io.loanflow.contracts.preprocessing.FeatureBatches;
import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Successive halving: all candidates with few trees, the best of them with more, and so on. The candidates of a rung are measured at the
 * same time by as many workers as there are.
 */
final class CandidateSearch {

    /** Of equal ones the earlier: the data set's own parameters are the first candidate. */
    private static final Comparator<CandidateScore> BETTER_FIRST =
            Comparator.comparingDouble(CandidateScore::logLoss).thenComparingInt(CandidateScore::candidate);

    private final PreparedLoad prepared;
    private final PipelineRun run;
    private final RungBoard board;
    private final List<CandidateScore> scores = new ArrayList<>();

    CandidateSearch(PreparedLoad prepared, PipelineRun run, RungBoard board) {
        this.prepared = prepared;
        this.run = run;
        this.board = board;
    }

    TuningResult search() {
        TuningPlan plan = PipelineActivities.planTuning(order(prepared.result().batches()));
        board.link(plan.runUrl());
        return plan.finished() == null ? search(plan) : plan.finished();
    }

    private TuningResult search(TuningPlan plan) {
        List<CandidateScore> last = rungs(plan);
        CandidateScore before = before(plan);
        CandidateScore best = last.get(0).logLoss() < before.logLoss() ? last.get(0) : before;
        TrainingSettings settings = plan.candidates().get(best.candidate()).withTrees(best.trees());
        return PipelineActivities.concludeTuning(new TuningOutcome(
                order(prepared.result().batches()), plan.mlflowRunId(), settings, best, before, scores));
    }

    /** Scores of the last rung, the best first. */
    private List<CandidateScore> rungs(TuningPlan plan) {
        List<Integer> standing =
                IntStream.range(0, plan.candidates().size()).boxed().toList();
        List<CandidateScore> rung = List.of();
        for (int step = 0; step < plan.rungs().size(); step++) {
            int number = step;
            if (!rung.isEmpty()) {
                standing =
                        plan.goOn(rung.stream().map(CandidateScore::candidate).toList());
            }
            rung = measure(plan, standing, candidate -> plan.trees(candidate, number));
        }
        return rung;
    }

    /** The data set's own parameters as they are, whether or not that was one of the measurements. */
    private CandidateScore before(TuningPlan plan) {
        return scores.stream()
                .filter(score -> score.candidate() == 0 && score.trees() == plan.trees())
                .findFirst()
                .orElseGet(() ->
                        measure(plan, List.of(0), candidate -> plan.trees()).get(0));
    }

    private List<CandidateScore> measure(TuningPlan plan, List<Integer> candidates, IntUnaryOperator trees) {
        List<CandidateScore> rung = new ArrayList<>(prepared.use(batches -> {
            board.begin(
                    candidates.size(),
                    candidates.stream().mapToInt(trees::applyAsInt).max().orElse(0));
            return Concurrently.all(candidates.stream()
                    .map(candidate -> PipelineActivities.measure(
                                    request(plan, batches, candidate, trees.applyAsInt(candidate)))
                            .thenApply(board::measured))
                    .toList());
        }));
        rung.sort(BETTER_FIRST);
        scores.addAll(rung);
        board.end(rung.get(0));
        return rung;
    }

    private CandidateRequest request(TuningPlan plan, FeatureBatches batches, int candidate, int trees) {
        TrainingSettings settings = plan.candidates().get(candidate).withTrees(trees);
        return new CandidateRequest(
                order(batches), plan.key(), plan.mlflowRunId(), candidate, settings, plan.validation());
    }

    private TuningOrder order(FeatureBatches batches) {
        return new TuningOrder(prepared.load(), batches, prepared.split(), run);
    }
}
