package io.loanflow.training.promotion;

import io.loanflow.contracts.ingestion.DataOrigin;
import io.loanflow.model.Model;
import io.loanflow.model.row.RowsUnfitException;
import io.loanflow.tracking.MlflowRuns;
import io.loanflow.tracking.RegisteredModelVersion;
import io.loanflow.training.definition.GateDefinition;
import io.loanflow.training.gate.Contender;
import io.loanflow.training.gate.Duel;
import io.loanflow.training.gate.Gate;
import io.loanflow.training.gate.Ruling;
import io.loanflow.training.gate.TestRows;
import io.loanflow.training.rows.SplitRuleText;
import io.loanflow.training.run.RunTags;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Scores a challenger and the champion on the same rows, and lets the gate judge. */
@Component
class Comparison {

    private final MlflowRuns runs;
    private final ModelFetch models;

    Comparison(MlflowRuns runs, ModelFetch models) {
        this.runs = runs;
        this.models = models;
    }

    /** @param champion empty where there is none yet */
    Ruling judge(
            GateDefinition rule,
            RegisteredModelVersion challenger,
            Optional<RegisteredModelVersion> champion,
            TestRows test) {
        try {
            Challenge challenge = challenge(rule, challenger, test);
            return champion.isEmpty()
                    ? Gate.judge(new Duel(rule, test, challenge.contender(), null, false), "")
                    : against(challenge, champion.get());
        } catch (NotComparableException e) {
            return Gate.unseen("Version " + challenger.version() + " cannot be tested, since " + e.getMessage() + ".");
        }
    }

    private record Challenge(
            GateDefinition rule, RegisteredModelVersion version, Model model, Contender contender, TestRows test) {}

    private Challenge challenge(GateDefinition rule, RegisteredModelVersion version, TestRows test)
            throws NotComparableException {
        LoadedModel loaded = models.fetch(version.runId());
        return new Challenge(rule, version, loaded.model(), contender(version, loaded, test), test);
    }

    private Ruling against(Challenge challenge, RegisteredModelVersion current) {
        RegisteredModelVersion version = challenge.version();
        try {
            LoadedModel champion = models.fetch(current.runId());
            if (isSynthetic(challenge.model()) && !isSynthetic(champion.model())) {
                return Gate.synthetic(version.version(), "champion version " + current.version());
            }
            if (!champion.model().sharesTargetWith(challenge.model())) {
                throw new NotComparableException("it decides another question", null);
            }
            Contender defender = contender(current, champion, challenge.test());
            Optional<LearnedRows> own = LearnedRows.of(version.tags());
            boolean sameRows = own.isPresent()
                    && own.equals(LearnedRows.of(current.tags()))
                    && split(version.runId()).equals(split(current.runId()));
            return Gate.judge(
                    new Duel(challenge.rule(), challenge.test(), challenge.contender(), defender, sameRows),
                    caveat(version.runId(), current.runId(), sameRows));
        } catch (NotComparableException e) {
            return Gate.unseen("Champion version " + current.version() + " cannot be compared with version "
                    + version.version() + ", since " + e.getMessage() + ".");
        }
    }

    private static Contender contender(RegisteredModelVersion version, LoadedModel loaded, TestRows test)
            throws NotComparableException {
        try {
            return new Contender(
                    version.version(),
                    loaded.model().probabilities(test.rows().encodedBy(test.encoder())),
                    loaded.model().facts().threshold(),
                    loaded.bytes(),
                    LearnedRows.of(version.tags()).map(LearnedRows::rows).orElse(0L));
        } catch (RowsUnfitException e) {
            throw new NotComparableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isSynthetic(Model model) {
        return model.facts().origin() == DataOrigin.SYNTHETIC;
    }

    /** With the same split, a row is never in one model's training part and another's test part, unless rows are split by time. */
    private String caveat(String challengerRun, String championRun, boolean sameRows) {
        String split = split(championRun);
        if (!split.equals(split(challengerRun))) {
            return "; it was trained with another split (" + split + "), so it may have seen some of them";
        }
        return split.contains(SplitRuleText.BY_TIME) && !sameRows
                ? "; rows are split by time, so it may have seen some of them if rows of earlier times came after it"
                : "";
    }

    private String split(String runId) {
        return runs.run(runId).tags().getOrDefault(RunTags.SPLIT, "unknown");
    }
}
