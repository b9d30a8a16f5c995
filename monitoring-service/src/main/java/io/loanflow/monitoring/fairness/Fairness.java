package io.loanflow.monitoring.fairness;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.monitoring.decision.GroupCell;
import io.loanflow.monitoring.outcome.OutcomeCell;
import io.loanflow.monitoring.performance.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Compares the groups of each protected column. Nobody is shown in a group of fewer than 30, nor can be told from the totals. */
public final class Fairness {

    static final long LEAST = 30;

    /** A category may be called "others". */
    private static final String POOLED = "small groups together";

    private final DatasetDefinition definition;

    public Fairness(DatasetDefinition definition) {
        this.definition = definition;
    }

    /**
     * @param decided the decisions about a column's groups
     * @param known outcomes of the same window
     * @return one for each protected column whose groups are known of any decision
     */
    public List<GroupComparison> compare(Function<Column, List<GroupCell>> decided, List<OutcomeCell> known) {
        List<GroupComparison> comparisons = new ArrayList<>();
        for (Column column : definition.protectedColumns()) {
            Map<String, GroupTally> tallies = tallies(column, decided.apply(column), known);
            if (!tallies.isEmpty()) {
                comparisons.add(comparison(column, tallies));
            }
        }
        return comparisons;
    }

    private Map<String, GroupTally> tallies(Column column, List<GroupCell> decided, List<OutcomeCell> known) {
        Map<String, GroupTally> tallies = new LinkedHashMap<>();
        for (String group : column.groups()) {
            GroupTally tally = GroupTally.NONE;
            for (GroupCell cell : decided) {
                if (cell.group().equals(group)) {
                    tally = tally.plus(GroupTally.decided(cell, definition.positiveLabel()));
                }
            }
            for (OutcomeCell cell : known) {
                if (group.equals(cell.groups().get(column.name()))) {
                    tally = tally.plus(GroupTally.known(cell, definition.positiveLabel()));
                }
            }
            if (tally.rows() > 0) {
                tallies.put(group, tally);
            }
        }
        return tallies;
    }

    private static GroupComparison comparison(Column column, Map<String, GroupTally> tallies) {
        SmallGroups small = SmallGroups.of(tallies);
        List<GroupFigures> groups = new ArrayList<>();
        tallies.forEach((group, tally) -> {
            if (!small.groups().contains(group)) {
                groups.add(tally.figures(group));
            }
        });
        if (small.tally().rows() >= LEAST) {
            groups.add(small.tally().figures(POOLED));
        }
        return new GroupComparison(
                column.name(),
                groups,
                small.note(),
                ratio(groups.stream().mapToDouble(group -> group.selectionRate().value())),
                difference(groups));
    }

    private static @Nullable Double ratio(DoubleStream rates) {
        double[] sorted = rates.sorted().toArray();
        return sorted.length < 2 || sorted[sorted.length - 1] == 0 ? null : sorted[0] / sorted[sorted.length - 1];
    }

    private static @Nullable Double difference(List<GroupFigures> groups) {
        double[] rates = groups.stream()
                .map(GroupFigures::truePositiveRate)
                .filter(Objects::nonNull)
                .mapToDouble(Interval::value)
                .sorted()
                .toArray();
        return rates.length < 2 ? null : rates[rates.length - 1] - rates[0];
    }
}
