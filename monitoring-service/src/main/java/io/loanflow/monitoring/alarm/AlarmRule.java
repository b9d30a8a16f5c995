package io.loanflow.monitoring.alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When windows of one size are beyond chance, over all columns together.
 *
 * @param windowSize rows in a window
 * @param falseAlarmRate share of windows that raise an alarm where nothing changed
 * @param threshold a column whose chance is not above it is an alarm
 * @param tests of each column, in the order of the columns
 */
public record AlarmRule(
        long windowSize, double falseAlarmRate, double threshold, List<WatchedColumn> columns, List<Tested> tests) {

    /** A column's test and what its statistic is by chance. */
    public record Tested(int column, ColumnTest test, NullDistribution byChance) {

        double chance(WatchedColumn watched, long[] current) {
            return byChance.chance(test.statistic(watched.against(current)));
        }
    }

    public AlarmRule {
        columns = List.copyOf(columns);
        tests = List.copyOf(tests);
    }

    /**
     * The least chance of each column's tests, by its name.
     *
     * @param current counts of each column, in the order of the columns
     */
    public Map<String, Double> chances(List<long[]> current) {
        Map<String, Double> chances = new HashMap<>();
        for (Tested tested : tests) {
            WatchedColumn column = columns.get(tested.column());
            chances.merge(column.name(), tested.chance(column, current.get(tested.column())), Math::min);
        }
        return chances;
    }

    /** Names of the columns that raise an alarm, in their order. */
    public List<String> alarms(List<long[]> current) {
        Map<String, Double> chances = chances(current);
        List<String> alarms = new ArrayList<>();
        for (WatchedColumn column : columns) {
            if (chances.getOrDefault(column.name(), 1.0) <= threshold) {
                alarms.add(column.name());
            }
        }
        return alarms;
    }
}
