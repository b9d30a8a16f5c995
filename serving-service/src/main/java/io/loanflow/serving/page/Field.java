package io.loanflow.serving.page;

import io.loanflow.contracts.dataset.Column;
import java.util.List;

/**
 * A column as a field of the form.
 *
 * @param allowed what may stand in it, in words
 * @param mode keyboard that a phone shows
 * @param choices of a short list of categories, else none
 * @param suggestions of a long list of categories, or of one that is open, else none
 * @param problem what is wrong with the value; empty where nothing is
 */
record Field(
        String name,
        String label,
        String allowed,
        boolean required,
        String value,
        String mode,
        List<Choice> choices,
        List<String> suggestions,
        String problem) {

    private static final int MOST_CHOICES = 40;

    /** What a browser offers while somebody types; more only make the page long. */
    private static final int MOST_SUGGESTIONS = 1000;

    record Choice(String value, boolean selected) {}

    static Field of(Column column, String value, String problem) {
        List<String> categories = column.type().isNumeric() ? List.of() : column.categories();
        boolean choose = !column.isOpen() && !categories.isEmpty() && categories.size() <= MOST_CHOICES;
        return new Field(
                column.name(),
                column.description(),
                column.allowed(),
                !column.missingAllowed(),
                value,
                column.type().isNumeric() ? "decimal" : "text",
                choose ? choices(categories, value) : List.of(),
                choose ? List.of() : categories.subList(0, Math.min(MOST_SUGGESTIONS, categories.size())),
                problem);
    }

    /** With what was sent, also where it is none of them. */
    private static List<Choice> choices(List<String> categories, String value) {
        return categories.stream()
                .map(category -> new Choice(category, category.equals(value)))
                .toList();
    }

    /** Read by the template: whether the value is chosen from a list. */
    boolean isChosen() {
        return !choices.isEmpty();
    }
}
