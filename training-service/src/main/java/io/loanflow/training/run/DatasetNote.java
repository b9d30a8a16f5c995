package io.loanflow.training.run;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a data set's experiment and registered model are, in Markdown, made from its definition. */
final class DatasetNote {

    private DatasetNote() {}

    static String of(DatasetDefinition definition) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("**" + definition.title() + "**");
        paragraphs.add(definition.description());
        paragraphs.add("Decides `" + definition.target().name() + "`: " + definition.positiveName() + " (`"
                + definition.positiveLabel() + "`) or " + definition.negativeName() + " (`" + definition.negativeLabel()
                + "`), from " + definition.features().size() + " columns" + measured(definition) + ".");
        String intended = definition.use().intended();
        if (intended != null) {
            paragraphs.add("Intended use: " + intended);
        }
        if (!definition.use().caveats().isEmpty()) {
            paragraphs.add(definition.use().caveats().stream()
                    .map(caveat -> "- " + caveat)
                    .collect(Collectors.joining("\n", "Caveats:\n\n", "")));
        }
        String license = definition.source().license();
        if (license != null) {
            paragraphs.add("Licence of the data: " + license);
        }
        return String.join("\n\n", paragraphs);
    }

    private static String measured(DatasetDefinition definition) {
        List<Column> columns = definition.protectedColumns();
        return columns.isEmpty()
                ? ""
                : columns.stream()
                        .map(Column::name)
                        .collect(Collectors.joining("`, `", "; never from `", "`, which fairness is measured by"));
    }
}
