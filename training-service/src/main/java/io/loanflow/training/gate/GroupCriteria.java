package io.loanflow.training.gate;

import io.loanflow.training.evaluation.ProbabilityLoss;
import io.loanflow.training.statistics.Clusters;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.Mean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Does it fail a part of the rows? By log loss in each slice and each protected group. All intervals hold together with the gate's
 * confidence (Bonferroni), so that many groups do not make a false alarm likely.
 */
final class GroupCriteria {

    private final Duel duel;
    private final Groupings groupings;
    private final Clusters clusters;
    private final double[] challengerLosses;
    private final double[] championLosses;

    GroupCriteria(Duel duel, Groupings groupings) {
        this.duel = duel;
        this.groupings = groupings;
        clusters = duel.test().clusters();
        byte[] labels = duel.test().labels();
        challengerLosses = ProbabilityLoss.logLosses(labels, duel.challenger().probabilities());
        championLosses = duel.champion() == null
                ? new double[0]
                : ProbabilityLoss.logLosses(labels, duel.champion().probabilities());
    }

    List<Criterion> judge() {
        int tests = groupings.all().stream()
                .mapToInt(grouping -> grouping.groups().size())
                .sum();
        double confidence = 1 - (1 - duel.rule().evidence().confidence()) / Math.max(1, tests);
        List<Criterion> criteria = new ArrayList<>();
        for (Grouping grouping : groupings.all()) {
            for (int group = 0; group < grouping.groups().size(); group++) {
                criteria.add(judge(grouping.name(group), grouping.rows(group), confidence));
            }
            grouping.unseen()
                    .forEach(value -> criteria.add(Criterion.noted(
                            name(grouping.column() + "=" + value), Figures.NONE, "too few rows to see anything")));
        }
        return criteria;
    }

    private Criterion judge(String group, int[] rows, double confidence) {
        double[] own = picked(challengerLosses, rows);
        Clusters together = clusters.only(rows);
        if (duel.champion() == null) {
            Estimate loss = new Mean(own).estimate(together, confidence);
            return Criterion.noted(name(group), Figures.of(loss.value(), Double.NaN, loss), "no champion yet");
        }
        double[] others = picked(championLosses, rows);
        double[] excess = new double[rows.length];
        Arrays.setAll(excess, row -> own[row] - others[row]);
        return judge(group, Figures.of(mean(own), mean(others), null), new Mean(excess).estimate(together, confidence));
    }

    private Criterion judge(String group, Figures means, Estimate excess) {
        double margin = duel.rule().safeguards().group();
        Figures figures = new Figures(means.challenger(), means.champion(), excess, Double.NaN, means.digits());
        String rule = "not surely higher by more than " + margin;
        return excess.lower() > margin
                ? Criterion.refuses(
                        name(group),
                        figures,
                        rule,
                        String.format(
                                Locale.ROOT,
                                "it is surely worse for %s: log loss %s against %s",
                                group,
                                figures.challengerText(),
                                figures.championText()))
                : Criterion.passes(name(group), figures, rule);
    }

    private static String name(String group) {
        return "Log loss of " + group;
    }

    private static double mean(double[] values) {
        return new Mean(values).observed(values.length);
    }

    private static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
