package io.loanflow.ingestion.validation;

import io.loanflow.web.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was seen, for people.
 *
 * @param seen in a few words
 * @param notes to it
 * @param values the listed values with the numbers of their rows; null if there are none
 */
record ObservationText(
        String seen, List<String> notes, @Nullable Values values) {

    static ObservationText of(Observation observation, boolean setAside) {
        List<String> notes = new ArrayList<>();
        String seen = observation.unexpectedCount() == null
                ? figure(observation, notes)
                : rows(observation, observation.unexpectedCount(), setAside, notes);
        List<Item> items = items(observation);
        return new ObservationText(seen, notes, items.isEmpty() ? null : new Values(items));
    }

    private static String figure(Observation observation, List<String> notes) {
        Double figure = observation.observedValue();
        notes.add("of " + rowCount(observation));
        return figure == null ? "nothing to compute it from" : "It is " + Texts.number(figure);
    }

    private static String rows(Observation observation, long unexpected, boolean setAside, List<String> notes) {
        if (unexpected > 0) {
            double share = Objects.requireNonNullElse(observation.unexpectedPercent(), 0.0);
            notes.add(Texts.percent(share / 100) + " of " + rowCount(observation));
        }
        long missing = Objects.requireNonNullElse(observation.missingCount(), 0L);
        if (missing > 0) {
            notes.add(Texts.count(missing) + " lack the value");
        }
        if (unexpected == 0) {
            return "In all of " + rowCount(observation);
        }
        String count = Texts.count(unexpected);
        return setAside ? count + (unexpected == 1 ? " wrong row" : " wrong rows") : "Broken by " + count;
    }

    private static String rowCount(Observation observation) {
        return Texts.count(observation.elementCount()) + " rows";
    }

    private static List<Item> items(Observation observation) {
        List<String> values = Objects.requireNonNullElse(observation.partialUnexpectedList(), List.of());
        List<Long> rows = Objects.requireNonNullElse(observation.partialUnexpectedIndexList(), List.of());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            items.add(new Item(i < values.size() ? shown(values.get(i)) + " " : "", "row " + Texts.count(rows.get(i))));
        }
        long unlisted = Objects.requireNonNullElse(observation.unexpectedCount(), 0L) - rows.size();
        if (unlisted > 0) {
            items.add(new Item("and " + Texts.count(unlisted) + " more", null));
        }
        return items;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(missing)" : value;
    }

    record Values(List<Item> items) {}

    record Item(String text, @Nullable String row) {}
}
