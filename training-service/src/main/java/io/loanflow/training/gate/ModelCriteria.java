package io.loanflow.training.gate;

import io.loanflow.training.statistics.DeLong;
import io.loanflow.training.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a version must be whatever the champion is. */
final class ModelCriteria {

    private static final double BYTES = 1e6;

    private final Duel duel;

    ModelCriteria(Duel duel) {
        this.duel = duel;
    }

    List<Criterion> judge() {
        List<Criterion> criteria = new ArrayList<>();
        criteria.add(floor());
        criteria.add(leak());
        criteria.add(size());
        criteria.add(Criterion.noted(
                "Test rows of the rarer label",
                Figures.of((double) duel.test().fewest(), Double.NaN, null).rounded(0),
                String.format(Locale.ROOT, "of %,d test rows", duel.test().size())));
        if (duel.challenger().loadRows() > 0) {
            criteria.add(Criterion.noted("Rows of its load", loadRows(), "for training and test"));
        }
        return criteria;
    }

    private Figures loadRows() {
        Contender champion = duel.champion();
        double others = champion == null || champion.loadRows() == 0 ? Double.NaN : (double) champion.loadRows();
        return Figures.of((double) duel.challenger().loadRows(), others, null).rounded(0);
    }

    private Criterion floor() {
        double floor = duel.rule().bounds().floor();
        Estimate auc = auc(duel.challenger());
        Figures figures = figures(auc);
        String rule = "ROC AUC of at least " + floor;
        int digits = Figures.digitsThatTellApart(auc.value(), floor);
        return !(auc.value() >= floor)
                ? Criterion.refuses("Floor", figures, rule, "it is below the floor of " + Figures.text(floor, digits))
                : Criterion.passes("Floor", figures, rule);
    }

    /** What is known only once the answer is known makes a model that is good in the test and of no use in service. */
    private Criterion leak() {
        double ceiling = duel.rule().bounds().leakCeiling();
        StrongestColumn strongest = StrongestColumn.of(duel.test());
        String name = "Strongest column alone: " + strongest.name();
        Figures figures = Figures.of(strongest.auc(), Double.NaN, null);
        String rule = "no column has a ROC AUC of " + ceiling + " by itself";
        return strongest.auc() < ceiling
                ? Criterion.passes(name, figures, rule)
                : Criterion.holds(
                        name,
                        figures,
                        rule,
                        "column " + strongest.name() + " alone has a ROC AUC of " + figures.challengerText()
                                + ", as if it knew the answer: take it out if it is known only afterwards, else raise"
                                + " gate.leak-ceiling in training.yaml, which is " + ceiling);
    }

    private Criterion size() {
        double most = duel.rule().limits().megabytes();
        Contender champion = duel.champion();
        double own = duel.challenger().bytes() / BYTES;
        Figures figures = Figures.of(own, champion == null ? Double.NaN : champion.bytes() / BYTES, null)
                .rounded(2);
        String rule = "at most " + most + " MB";
        return own > most
                ? Criterion.refuses(
                        "Size in MB",
                        figures,
                        rule,
                        "its folder has " + figures.challengerText()
                                + " MB, and gate.most-megabytes in training.yaml allows " + most)
                : Criterion.passes("Size in MB", figures, rule);
    }

    private Figures figures(Estimate auc) {
        return Figures.of(auc.value(), Double.NaN, auc);
    }

    private Estimate auc(Contender contender) {
        return new DeLong(
                        duel.test().labels(),
                        contender.probabilities(),
                        duel.test().clusters())
                .estimate(duel.rule().evidence().confidence());
    }
}
