package io.loanflow.training.promotion;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.contracts.release.Verdict;
import io.loanflow.contracts.training.ModelVersionRef;
import io.loanflow.model.Model;
import io.loanflow.model.folder.ModelFolder;
import io.loanflow.model.folder.ModelUnusableException;
import io.loanflow.model.row.RowsUnfitException;
import io.loanflow.tracking.MlflowArtifacts;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.ModelRegistry;
import io.loanflow.tracking.NotInTrackingException;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.evaluation.RankingCurve;
import io.loanflow.training.run.RunTags;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Scores a challenger and the champion on the same rows, and lets the gate judge. */
@Component
class Comparison {

    private final MlflowRuns runs;
    private final MlflowArtifacts artifacts;

    Comparison(MlflowRuns runs, MlflowArtifacts artifacts) {
        this.runs = runs;
        this.artifacts = artifacts;
    }

    static ModelVersionRef reference(RegisteredModelVersion version) {
        return new ModelVersionRef(
                version.name(),
                version.version(),
                version.runId(),
                version.tags().getOrDefault(RunTags.MODEL_DIGEST, ""));
    }

    Ruling judge(Gate gate, ModelVersionRef challenger, Optional<RegisteredModelVersion> champion, TestRows test) {
        Model model;
        Contender contender;
        try {
            model = load(challenger.runId());
            contender = contender(challenger.version(), model, test);
        } catch (NotComparableException e) {
            return new Ruling(
                    Verdict.REFUSED,
                    "Version " + challenger.version() + " cannot be tested, since " + e.getMessage() + ".");
        }
        return champion.map(current -> against(gate, contender, model, current, challenger, test))
                .orElseGet(() -> gate.first(contender, test.rows().size()));
    }

    private Ruling against(
            Gate gate,
            Contender challenger,
            Model model,
            RegisteredModelVersion current,
            ModelVersionRef challengerVersion,
            TestRows test) {
        long rows = test.rows().size();
        try {
            Model champion = load(current.runId());
            if (isSynthetic(model) && !isSynthetic(champion)) {
                return gate.synthetic(challenger, current.version());
            }
            if (!champion.sharesTargetWith(model)) {
                throw new NotComparableException("it decides another question", null);
            }
            return gate.compare(
                    challenger,
                    contender(current.version(), champion, test),
                    rows,
                    caveat(challengerVersion.runId(), current.runId()));
        } catch (NotComparableException e) {
            return gate.unopposed(challenger, rows, current.version(), String.valueOf(e.getMessage()));
        }
    }

    private static Contender contender(int version, Model model, TestRows test) throws NotComparableException {
        try {
            double[] probabilities = model.probabilities(test.rows().encodedBy(test.encoder()));
            return new Contender(
                    version,
                    RankingCurve.of(test.rows().labels(), probabilities).rocAuc());
        } catch (RowsUnfitException e) {
            throw new NotComparableException(String.valueOf(e.getMessage()), e);
        }
    }

    private Model load(String runId) throws NotComparableException {
        try {
            return Model.of(ModelFolder.read(
                    artifacts.names(runId, ModelRegistry.MODEL),
                    name -> artifacts.download(runId, ModelRegistry.MODEL + "/" + name)));
        } catch (NotInTrackingException e) {
            throw new NotComparableException("its run is gone", e);
        } catch (ModelUnusableException e) {
            throw new NotComparableException(
                    "the model folder of its run " + runId + " cannot be used: "
                            + String.valueOf(e.getMessage()).replaceAll("\\.$", ""),
                    e);
        }
    }

    private static boolean isSynthetic(Model model) {
        return model.facts().origin() == DataOrigin.SYNTHETIC;
    }

    /** With the same split, a row is never in one model's training part and another's test part. */
    private String caveat(String challengerRun, String championRun) {
        String split = split(championRun);
        return split.equals(split(challengerRun))
                ? ""
                : "; it was trained with another split (" + split + "), so it may have seen some of them";
    }

    private String split(String runId) {
        return runs.run(runId).tags().getOrDefault(RunTags.SPLIT, "unknown");
    }
}
