package io.loanflow.monitoring.window;

import io.loanflow.contracts.dataset.DefinitionNode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what follows from alarms. */
final class RetrainPolicyReader {

    private static final long MOST_ROWS = 100_000_000;
    private static final long MOST_HOURS = 24 * 366;
    private static final long MOST_A_WEEK = 1000;

    private RetrainPolicyReader() {}

    static RetrainPolicy read(DefinitionNode root) {
        RetrainPolicy defaults = RetrainPolicy.DEFAULTS;
        DefinitionNode retrain = root.optional("retrain");
        RetrainPolicy.Mode mode =
                retrain == null ? defaults.mode() : retrain.oneOf(List.of(RetrainPolicy.Mode.values()));
        DefinitionNode limits = root.optional("retraining");
        if (mode == null) {
            return defaults;
        }
        if (limits == null) {
            return new RetrainPolicy(
                    mode, defaults.alarms(), defaults.leastNewRows(), defaults.coolDown(), defaults.budget());
        }
        limits.allowKeys("alarms", "least-new-rows", "cool-down-hours", "budget-a-week");
        DefinitionNode rows = limits.optional("least-new-rows");
        DefinitionNode hours = limits.optional("cool-down-hours");
        DefinitionNode budget = limits.optional("budget-a-week");
        return new RetrainPolicy(
                mode,
                alarms(limits.optional("alarms")),
                rows == null ? defaults.leastNewRows() : rows.wholeNumber(0, MOST_ROWS),
                hours == null ? defaults.coolDown() : Duration.ofHours(hours.wholeNumber(0, MOST_HOURS)),
                budget == null ? defaults.budget() : (int) budget.wholeNumber(1, MOST_A_WEEK));
    }

    private static Set<String> alarms(@Nullable DefinitionNode node) {
        Set<String> columns = new LinkedHashSet<>();
        if (node != null) {
            node.items().forEach(item -> columns.add(item.text()));
        }
        return columns;
    }
}
