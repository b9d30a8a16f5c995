package io.loanflow.training.gate;

import io.loanflow.training.statistics.CalibrationLoss;
import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.Statistic;
import java.util.List;

/** Are its probabilities as true as the champion's? */
final class CalibrationCriterion implements DrawnCriteria {

    private static final String NAME = "Calibration's part of the Brier score";

    /** Of small numbers: squares of distances of a few hundredths. */
    private static final int DIGITS = 5;

    private final Duel duel;

    CalibrationCriterion(Duel duel) {
        this.duel = duel;
    }

    @Override
    public List<Statistic> statistics() {
        return List.of(duel.difference(this::loss));
    }

    @Override
    public List<Criterion> judge(List<Draws> draws) {
        Estimate excess = draws.get(0).estimate(duel.rule().evidence().confidence());
        Figures figures = Figures.of(duel.ofChallenger(this::loss), duel.ofChampion(this::loss), excess)
                .rounded(DIGITS);
        double margin = duel.rule().safeguards().calibration();
        if (duel.champion() == null) {
            return List.of(Criterion.noted(NAME, figures, "no champion yet"));
        }
        String rule = "not surely higher by more than " + margin;
        return List.of(
                excess.lower() > margin
                        ? Criterion.refuses(
                                NAME,
                                figures,
                                rule,
                                "it is surely worse calibrated: wrong probabilities are " + figures.challengerText()
                                        + " of its Brier score and " + figures.championText() + " of the champion's")
                        : Criterion.passes(NAME, figures, rule));
    }

    private Statistic loss(Contender contender) {
        return new CalibrationLoss(duel.test().labels(), contender.probabilities());
    }
}
