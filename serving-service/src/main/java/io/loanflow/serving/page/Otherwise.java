package io.loanflow.serving.page;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.model.whatif.Alternative;
import io.loanflow.model.whatif.Change;
import io.loanflow.web.page.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change that would have changed the decision.
 *
 * @param changes one or two, in words
 * @param probability that the changed record has
 * @param fields the whole changed record, to be tried
 */
record Otherwise(List<String> changes, String probability, List<Value> fields) {

    /** A field of the form. */
    record Value(String name, String value) {}

    static Otherwise of(DatasetDefinition definition, FilledForm form, Alternative alternative) {
        Map<String, String> texts = new LinkedHashMap<>();
        definition.features().forEach(column -> texts.put(column.name(), form.text(column)));
        alternative.changes().forEach(change -> texts.put(change.column(), FilledForm.text(change.to())));
        return new Otherwise(
                alternative.changes().stream()
                        .map(change -> words(definition, change))
                        .toList(),
                Texts.figure(alternative.probability()),
                texts.entrySet().stream()
                        .map(field -> new Value(field.getKey(), field.getValue()))
                        .toList());
    }

    private static String words(DatasetDefinition definition, Change change) {
        String name = definition.features().stream()
                .filter(column -> column.name().equals(change.column()))
                .map(Column::description)
                .findFirst()
                .orElse(change.column());
        return name + ": " + FilledForm.text(change.to()) + " instead of " + FilledForm.text(change.from());
    }
}
