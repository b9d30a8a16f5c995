package io.loanflow.training.promotion;

import io.loanflow.contracts.preprocessing.PreprocessingRequest;
import io.loanflow.contracts.release.ReleaseCandidate;
import io.loanflow.contracts.release.VersionRequest;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.evaluation.Evaluation;
import io.loanflow.training.run.RowsTag;
import io.loanflow.training.run.RunTags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Registered versions with the rows that they are judged on. */
@Service
public class ReleaseCandidates {

    private final ModelRegistry registry;
    private final MlflowRuns runs;

    ReleaseCandidates(ModelRegistry registry, MlflowRuns runs) {
        this.registry = registry;
        this.runs = runs;
    }

    /** @throws VersionUnavailableException if there is no such version, or no pipeline made it */
    public ReleaseCandidate find(VersionRequest request) {
        RegisteredModelVersion version = version(request);
        String rows = version.tags().get(RunTags.ROWS);
        if (rows == null) {
            throw new VersionUnavailableException("version " + version.version() + " of model " + version.name()
                    + " does not say on which rows it was trained (tag " + RunTags.ROWS + "); train it again");
        }
        PreprocessingRequest made = RowsTag.read(rows);
        return new ReleaseCandidate(
                VersionReference.of(version),
                new PreprocessingRequest(made.load(), made.settings(), request.run()),
                null,
                rocAuc(version));
    }

    private @Nullable Double rocAuc(RegisteredModelVersion version) {
        try {
            return runs.run(version.runId()).metrics().get(Evaluation.ROC_AUC);
        } catch (NotInTrackingException e) {
            return null;
        }
    }

    private RegisteredModelVersion version(VersionRequest request) {
        String name = request.dataset();
        Integer number = request.version();
        return (number == null ? registry.versions(name).stream().findFirst() : registry.version(name, number))
                .orElseThrow(() -> new VersionUnavailableException(
                        number == null
                                ? "model " + name + " has no version; run a pipeline first"
                                : "model " + name + " has no version " + number + "; ./loanflow models lists them"));
    }
}
