package io.loanflow.training.gate;

import io.loanflow.training.statistics.Draws;
import io.loanflow.training.statistics.Estimate;
import io.loanflow.training.statistics.GroupRates;
import io.loanflow.training.statistics.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Do its decisions treat the groups of a protected column alike? Shares of positive decisions by the four-fifths rule, shares of positive
 * rows that are found by their difference. A version that is beyond the limit is refused where it is surely worse than the champion.
 */
final class FairnessCriteria implements DrawnCriteria {

    private final Duel duel;
    private final List<Grouping> columns;

    FairnessCriteria(Duel duel, Groupings groupings) {
        this.duel = duel;
        this.columns = groupings.protectedColumns().stream()
                .filter(column -> column.groups().size() > 1)
                .toList();
    }

    @Override
    public List<Statistic> statistics() {
        return columns.stream()
                .flatMap(column -> Stream.of(duel.difference(ratio(column)), duel.difference(opportunity(column))))
                .toList();
    }

    @Override
    public List<Criterion> judge(List<Draws> draws) {
        double confidence = duel.rule().evidence().confidence();
        List<Criterion> criteria = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Grouping column = columns.get(i);
            Estimate ratio = draws.get(2 * i).estimate(confidence);
            Estimate difference = draws.get(2 * i + 1).estimate(confidence);
            criteria.add(judgeRatio(column, figures(ratio(column), ratio), ratio));
            criteria.add(judgeOpportunity(column, figures(opportunity(column), difference), difference));
        }
        return criteria;
    }

    private Criterion judgeRatio(Grouping column, Figures figures, Estimate difference) {
        double least = duel.rule().safeguards().selectionRateRatio();
        String name = "Selection-rate ratio of " + column.column();
        String rule = "at least " + least + ", or not surely less than the champion's";
        if (duel.champion() == null) {
            return Criterion.noted(name, figures, "no champion yet; " + least + " is asked for afterwards");
        }
        return figures.challenger() < least && difference.upper() < 0
                ? Criterion.refuses(
                        name,
                        figures,
                        rule,
                        "the groups of " + column.column()
                                + " fare surely less alike than under the champion: the lowest share of"
                                + " positive decisions is " + figures.challengerText() + " of the highest, was "
                                + figures.championText() + ", and " + least + " is asked for")
                : Criterion.passes(name, figures, rule);
    }

    private Criterion judgeOpportunity(Grouping column, Figures figures, Estimate difference) {
        double most = duel.rule().safeguards().equalOpportunityDifference();
        String name = "Equal-opportunity difference of " + column.column();
        String rule = "at most " + most + ", or not surely more than the champion's";
        if (duel.champion() == null) {
            return Criterion.noted(name, figures, "no champion yet; " + most + " is asked for afterwards");
        }
        return figures.challenger() > most && difference.lower() > 0
                ? Criterion.refuses(
                        name,
                        figures,
                        rule,
                        "positive rows of the groups of " + column.column()
                                + " are surely found less alike than by the champion:"
                                + " shares differ by " + figures.challengerText() + ", differed by "
                                + figures.championText() + ", and " + most + " is allowed")
                : Criterion.passes(name, figures, rule);
    }

    private Figures figures(Function<Contender, Statistic> figure, Estimate estimate) {
        return Figures.of(duel.ofChallenger(figure), duel.ofChampion(figure), estimate);
    }

    private Function<Contender, Statistic> ratio(Grouping column) {
        return contender ->
                new GroupRates(column.groupOf(), duel.test().labels(), contender.decisions()).selectionRatio();
    }

    private Function<Contender, Statistic> opportunity(Grouping column) {
        byte[] labels = duel.test().labels();
        int least = duel.rule().evidence().leastOfEachLabel();
        int[] groups = column.groupsOfPositives(labels, least);
        return contender -> new GroupRates(groups, labels, contender.decisions()).opportunityDifference();
    }
}
