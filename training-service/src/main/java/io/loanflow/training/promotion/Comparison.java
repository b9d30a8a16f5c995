package io.loanflow.training.promotion;

import io.loanflow.contracts.ingestion.DataOrigin;
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

    /** @param champion empty where there is none yet */
    Ruling judge(Gate gate, ModelVersionRef challenger, Optional<RegisteredModelVersion> champion, TestRows test) {
        try {
            Model model = load(challenger.runId());
            Contender contender = contender(challenger.version(), model, test);
            return champion.isEmpty()
                    ? gate.first(contender, test.size())
                    : against(gate, new Challenge(challenger, model, contender), champion.get(), test);
        } catch (NotComparableException e) {
            return Gate.unseen("Version " + challenger.version() + " cannot be tested, since " + e.getMessage() + ".");
        }
    }

    private Ruling against(Gate gate, Challenge challenge, RegisteredModelVersion current, TestRows test) {
        try {
            Model champion = load(current.runId());
            if (isSynthetic(challenge.model) && !isSynthetic(champion)) {
                return Gate.synthetic(challenge.version.version(), "champion version " + current.version());
            }
            if (!champion.sharesTargetWith(challenge.model)) {
                throw new NotComparableException("it decides another question", null);
            }
            Contender defender = contender(current.version(), champion, test);
            if (!gate.canSee(test)) {
                return gate.tooFew(challenge.contender, test);
            }
            return gate.compare(
                    challenge.contender,
                    defender,
                    challenge.contender.less(defender, gate.rule().confidence()),
                    caveat(challenge.version.runId(), current.runId()));
        } catch (NotComparableException e) {
            return Gate.unseen("Champion version " + current.version() + " cannot be compared with version "
                    + challenge.version.version() + ", since " + e.getMessage() + ".");
        }
    }

    private record Challenge(ModelVersionRef version, Model model, Contender contender) {}

    private static Contender contender(int version, Model model, TestRows test) throws NotComparableException {
        try {
            return new Contender(
                    version,
                    test.rows().labels(),
                    model.probabilities(test.rows().encodedBy(test.encoder())));
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
