package io.loanflow.training.gate;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.dataset.Slice;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts of the rows that a version must not fail: the definition's slices, and the groups of its protected columns.
 *
 * @param slices one for each column that slices name and that is not protected
 * @param protectedColumns one for each
 */
record Groupings(List<Grouping> slices, List<Grouping> protectedColumns) {

    /** Of either label the gate's least. */
    private static final int LABELS = 2;

    Groupings {
        slices = List.copyOf(slices);
        protectedColumns = List.copyOf(protectedColumns);
    }

    static Groupings of(TestRows test, int leastOfEachLabel) {
        DatasetDefinition definition = test.definition();
        int least = LABELS * leastOfEachLabel;
        List<Grouping> columns = definition.protectedColumns().stream()
                .map(column -> Grouping.of(column.name(), column.groups(), test, least))
                .toList();
        List<String> known =
                definition.protectedColumns().stream().map(Column::name).toList();
        List<Grouping> slices = definition.slices().stream()
                .map(Slice::column)
                .distinct()
                .filter(column -> !known.contains(column))
                .map(column -> Grouping.of(column, values(definition, column), test, least))
                .toList();
        return new Groupings(slices, columns);
    }

    List<Grouping> all() {
        List<Grouping> all = new ArrayList<>(protectedColumns);
        all.addAll(slices);
        return all;
    }

    private static List<String> values(DatasetDefinition definition, String column) {
        return definition.slices().stream()
                .filter(slice -> slice.column().equals(column))
                .map(Slice::value)
                .distinct()
                .toList();
    }
}
