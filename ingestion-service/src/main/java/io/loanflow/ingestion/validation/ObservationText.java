package io.loanflow.ingestion.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was seen, in HTML. */
final class ObservationText {

    private ObservationText() {}

    static String seen(Observation observation, boolean setAside) {
        Long unexpected = observation.unexpectedCount();
        if (unexpected == null) {
            Double figure = observation.observedValue();
            String value = figure == null ? "nothing to compute it from" : "It is " + Html.number(figure);
            return value + "<br>" + Html.element("span", "", "of " + Html.count(observation.elementCount()) + " rows");
        }
        String share = Html.percent(Objects.requireNonNullElse(observation.unexpectedPercent(), 0.0));
        String rows = Html.count(observation.elementCount()) + " rows";
        long missing = Objects.requireNonNullElse(observation.missingCount(), 0L);
        String lacking = missing == 0 ? "" : "<br>" + Html.element("span", "", Html.count(missing) + " lack the value");
        if (unexpected == 0) {
            return "In all of " + rows + lacking;
        }
        String broken = setAside
                ? Html.count(unexpected) + (unexpected == 1 ? " wrong row" : " wrong rows")
                : "Broken by " + Html.count(unexpected);
        return broken + "<br>" + Html.element("span", "", share + " of " + rows) + lacking;
    }

    /** The listed values with the numbers of their rows. */
    static String values(Observation observation) {
        List<String> values = Objects.requireNonNullElse(observation.partialUnexpectedList(), List.of());
        List<Long> rows = Objects.requireNonNullElse(observation.partialUnexpectedIndexList(), List.of());
        List<String> items = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = Html.element("span", "", "row " + Html.count(rows.get(i)));
            String value = i < values.size() ? shown(values.get(i)) + " " : "";
            items.add(Html.element("li", "", value + row));
        }
        long unlisted = Objects.requireNonNullElse(observation.unexpectedCount(), 0L) - rows.size();
        if (unlisted > 0) {
            items.add(Html.element("li", "", "and " + Html.count(unlisted) + " more"));
        }
        return items.isEmpty() ? "" : Html.element("ul", "values", String.join("", items));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(missing)" : Html.escaped(value);
    }
}
