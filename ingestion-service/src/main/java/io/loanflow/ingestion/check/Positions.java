package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Which field of a file without header belongs to which column. */
final class Positions {

    private final List<String> first;
    private final DatasetDefinition definition;
    private final List<Integer> columns;

    /**
     * @param first the fields of the first row
     * @param columns positions in the definition of the columns that are in the file
     */
    Positions(List<String> first, Collection<Integer> columns, DatasetDefinition definition) {
        this.first = first;
        this.definition = definition;
        this.columns = List.copyOf(columns);
    }

    /** For each field the position of its column in the definition, or that it is ignored. Called if there is no flaw. */
    int[] positions() {
        int[] positions = new int[first.size()];
        Arrays.fill(positions, RecordHandler.IGNORED);
        for (int i = 0; i < columns.size(); i++) {
            positions[field(i)] = columns.get(i);
        }
        return positions;
    }

    /** What is wrong with the first row, as a sentence; empty if nothing is. */
    String flaw() {
        List<String> names =
                columns.stream().map(column -> column(column).name()).toList();
        if (names.equals(first)) {
            return "the first line names the columns; remove header: false from source";
        }
        int needed = 0;
        for (int i = 0; i < columns.size(); i++) {
            needed = Math.max(needed, field(i) + 1);
        }
        if (first.size() < needed) {
            return "has " + first.size() + " fields, and the definition speaks of " + needed
                    + "; list the columns in the file's order, and say by delimiter in source what stands between them";
        }
        boolean extra = first.size() > needed && !definition.source().format().extraColumnsIgnored();
        return extra
                ? "has " + first.size() + " fields, and the definition lists " + needed
                        + " columns; list them all, or add extra-columns: ignore to source"
                : "";
    }

    private int field(int i) {
        Integer place = column(columns.get(i)).source().position();
        return place == null ? i : place - 1;
    }

    private Column column(int position) {
        return definition.columns().get(position);
    }
}
