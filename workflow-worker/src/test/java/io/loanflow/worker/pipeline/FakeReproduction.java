package io.loanflow.worker.pipeline;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.preprocessing.PreprocessingSettings;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.contracts.reproduction.ReproductionActivities;
import io.loanflow.contracts.reproduction.ReproductionAttempt;
import io.loanflow.contracts.reproduction.ReproductionPlan;
import io.loanflow.contracts.reproduction.ReproductionResult;
import io.loanflow.contracts.training.TrainingSettings;
import java.util.List;

/** Training's part of a reproduction without its work. */
final class FakeReproduction implements ReproductionActivities {

    static final PreprocessingSettings SPLIT = new PreprocessingSettings(0.3, 7);

    private final FakeServices services;

    FakeReproduction(FakeServices services) {
        this.services = services;
    }

    @Override
    public ReproductionPlan planReproduction(VersionRequest request) {
        return services.did(
                "planReproduction",
                () -> new ReproductionPlan(
                        FakeServices.TRAINED,
                        new PreprocessingRequest(FakeServices.LOAD, SPLIT, request.run()),
                        TrainingSettings.of(10, 42)));
    }

    @Override
    public ReproductionResult trainAgain(ReproductionAttempt attempt) {
        return services.did(
                "trainAgain", () -> new ReproductionResult(attempt.plan().version(), true, List.of()));
    }
}
