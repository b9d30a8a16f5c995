package io.loanflow.training.gate;

import io.loanflow.training.definition.GateDefinition.Leeway;
import io.loanflow.training.definition.SureGain;
import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.Mean;
import io.loanflow.training.statistics.RankingQuality;
import io.loanflow.training.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Is it as good as the champion, and is that skill? By ROC AUC, where higher is better, and by log loss, where lower is. */
final class SkillCriteria implements DrawnCriteria {

    private final Duel duel;

    SkillCriteria(Duel duel) {
        this.duel = duel;
    }

    @Override
    public List<Statistic> statistics() {
        return List.of(duel.difference(this::auc), duel.difference(this::logLoss));
    }

    @Override
    public List<Criterion> judge(List<Draws> draws) {
        double confidence = duel.rule().evidence().confidence();
        Estimate auc = draws.get(0).estimate(confidence);
        Estimate logLoss = draws.get(1).estimate(confidence);
        Figures aucs = Figures.of(duel.ofChallenger(this::auc), duel.ofChampion(this::auc), auc);
        Figures losses = Figures.of(duel.ofChallenger(this::logLoss), duel.ofChampion(this::logLoss), logLoss);
        if (duel.champion() == null) {
            return List.of(
                    Criterion.noted("ROC AUC", aucs, "no champion yet"),
                    Criterion.noted("Log loss", losses, "no champion yet"));
        }
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(notWorse(new Contest("ROC AUC", aucs, auc, duel.rule().auc(), "lower")));
        criteria.add(notWorse(
                new Contest("Log loss", losses, negative(logLoss), duel.rule().logLoss(), "higher")));
        boolean isWorse = criteria.stream().anyMatch(Criterion::isBad);
        if (mustGain()) {
            criteria.add(sureGain(auc, negative(logLoss), isWorse));
        }
        return criteria;
    }

    private Statistic auc(Contender contender) {
        return new RankingQuality(duel.test().labels(), contender.probabilities());
    }

    private Statistic logLoss(Contender contender) {
        return new Mean(ProbabilityLoss.logLosses(duel.test().labels(), contender.probabilities()));
    }

    /**
     * @param gain above 0 where the challenger is better
     * @param worse the word for it
     */
    private record Contest(String name, Figures figures, Estimate gain, Leeway leeway, String worse) {}

    private static Criterion notWorse(Contest contest) {
        Leeway leeway = contest.leeway();
        Estimate gain = contest.gain();
        Figures figures = contest.figures().detecting(Power.gainToPass(gain, leeway));
        String tolerance = leeway.tolerance() > 0 ? " by more than " + leeway.tolerance() : "";
        String rule = "not " + contest.worse() + tolerance + ", and at the interval's worse end by less than "
                + leeway.margin();
        if (gain.value() < -leeway.tolerance()) {
            String tolerated = leeway.tolerance() > 0 ? " by more than the tolerance of " + leeway.tolerance() : "";
            return Criterion.refuses(
                    contest.name(),
                    figures,
                    rule,
                    "its " + noun(contest.name()) + " is " + contest.worse() + tolerated);
        }
        return gain.lower() > -leeway.margin()
                ? Criterion.passes(contest.name(), figures, rule)
                : Criterion.refuses(
                        contest.name(),
                        figures,
                        rule,
                        "its " + noun(contest.name()) + " may be " + contest.worse() + " by more than the margin of "
                                + leeway.margin());
    }

    private boolean mustGain() {
        SureGain when = duel.rule().evidence().sureGain();
        return when == SureGain.ALWAYS || (when == SureGain.SAME_ROWS && duel.sameRows());
    }

    /**
     * What scores the same on every row is the same model, which may take over.
     *
     * @param isWorse whether the others said so already
     */
    private static Criterion sureGain(Estimate auc, Estimate logLoss, boolean isWorse) {
        String rule = String.format(
                Locale.ROOT,
                "surely better by ROC AUC or log loss, as one is 9 times of 10 that is truly better by %.4f or %.4f",
                Power.sureGain(auc),
                Power.sureGain(logLoss));
        String finding =
                "neither its ROC AUC nor its log loss is surely better than the champion's, which gate.sure-gain in"
                        + " training.yaml asks for";
        return auc.lower() >= 0 || logLoss.lower() >= 0
                ? Criterion.passes("Sure gain", Figures.NONE, rule)
                : Criterion.refuses("Sure gain", Figures.NONE, rule, isWorse ? "" : finding);
    }

    private static Estimate negative(Estimate estimate) {
        return new Estimate(
                -estimate.value(),
                estimate.standardError(),
                -estimate.upper(),
                -estimate.lower(),
                estimate.confidence());
    }

    private static String noun(String name) {
        return name.startsWith("ROC") ? name : name.toLowerCase(Locale.ROOT);
    }
}
