package io.loanflow.worker.pipeline;

import io.loanflow.contracts.training.TrainingSettings;
import io.loanflow.contracts.tuning.CandidateRequest;
import io.loanflow.contracts.tuning.CandidateScore;
import io.loanflow.contracts.tuning.TuningActivities;
import io.loanflow.contracts.tuning.TuningOrder;
import io.loanflow.contracts.tuning.TuningOutcome;
import io.loanflow.contracts.tuning.TuningPlan;
import io.loanflow.contracts.tuning.TuningResult;
import io.loanflow.contracts.tuning.Validation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A tuning without forests: candidate i has minSamplesLeaf i + 1 and a log loss that falls with i and with the trees. */
final class FakeTuning implements TuningActivities {

    static final List<Integer> RUNGS = List.of(10, 20, 40);
    static final int CANDIDATES = 5;
    /** Of the data set's own forest. */
    static final int TREES = 15;

    private static final String PAGE = "http://127.0.0.1:5000/#/tuning";

    private final FakeServices services;
    private final List<String> measured = new CopyOnWriteArrayList<>();
    private volatile double bonus;
    private volatile @Nullable Integer factor;
    private volatile @Nullable TuningResult finished;
    private volatile @Nullable TuningOutcome outcome;

    FakeTuning(FakeServices services) {
        this.services = services;
    }

    /** What was measured to its end, sorted, as trees:candidate. */
    List<String> measured() {
        return measured.stream().sorted().toList();
    }

    /** The data set's own parameters are so much better than they look. */
    FakeTuning favourOwn(double lowerLoss) {
        bonus = lowerLoss;
        return this;
    }

    /** One candidate in so many goes on; the better half until this is called. */
    FakeTuning keepOneIn(int candidates) {
        factor = candidates;
        return this;
    }

    FakeTuning answerPlan(TuningResult result) {
        finished = result;
        return this;
    }

    @Nullable
    TuningOutcome outcome() {
        return outcome;
    }

    @Override
    public TuningPlan planTuning(TuningOrder order) {
        return services.did(
                "planTuning",
                () -> new TuningPlan(
                        "key",
                        "tuning-run",
                        PAGE,
                        new Validation(5, 42, null),
                        RUNGS,
                        null,
                        factor,
                        IntStream.range(0, CANDIDATES)
                                .mapToObj(leaf ->
                                        TrainingSettings.of(7, 42).with("minSamplesLeaf", Integer.toString(leaf + 1)))
                                .toList(),
                        TREES,
                        finished));
    }

    @Override
    public CandidateScore measure(CandidateRequest request) {
        return services.did("measure", () -> {
            int trees = Integer.parseInt(request.settings().value(TrainingSettings.TREES));
            measured.add(trees + ":" + request.candidate());
            double loss = 0.3 - 0.01 * request.candidate() - 0.001 * trees - (request.candidate() == 0 ? bonus : 0);
            return new CandidateScore(request.candidate(), trees, loss, 0.01, 0.97, 0.83, "candidate-run");
        });
    }

    @Override
    public TuningResult conclude(TuningOutcome concluded) {
        return services.did("conclude", () -> {
            outcome = concluded;
            return new TuningResult(
                    concluded.settings(),
                    concluded.best(),
                    concluded.before(),
                    concluded.scores().size(),
                    false,
                    concluded.order().run(),
                    PAGE,
                    12);
        });
    }
}
