package io.loanflow.serving.page;

import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.reason.Contributions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a column did to the score, drawn from the middle of a drawing 200 wide.
 *
 * @param effect in words
 */
record Effect(String column, String label, String value, String effect, String style, String x, String width) {

    private static final double MIDDLE = 100;

    /** The strongest first. */
    static List<Effect> of(DatasetDefinition definition, FilledForm form, Contributions contributions) {
        double unit =
                contributions.columns().values().stream().mapToDouble(Math::abs).reduce(1e-9, Math::max) / MIDDLE;
        return definition.features().stream()
                .filter(column -> contributions.columns().containsKey(column.name()))
                .sorted(Comparator.comparingDouble(column -> -Math.abs(contributions.of(column.name()))))
                .map(column -> new Effect(
                        column.name(),
                        column.description(),
                        form.text(column).isBlank() ? "(missing)" : form.text(column),
                        words(definition, contributions.of(column.name())),
                        contributions.of(column.name()) > 0 ? "for" : "against",
                        number(MIDDLE + Math.min(0, contributions.of(column.name()) / unit)),
                        number(Math.abs(contributions.of(column.name()) / unit))))
                .toList();
    }

    private static String words(DatasetDefinition definition, double contribution) {
        return contribution == 0
                ? "no effect"
                : String.format(
                        Locale.ROOT,
                        "%+.3f towards %s",
                        contribution,
                        contribution > 0 ? definition.positiveName() : definition.negativeName());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
