package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.util.Arrays;
import java.util.List;

/** Which field of a file without header belongs to which column. */
final class Positions {

    private Positions() {}

    /**
     * For each field the position of its column in the definition, or that it is ignored.
     *
     * @param first the fields of the first row, without {@link #flaw}
     */
    static int[] of(List<String> first, DatasetDefinition definition) {
        List<Column> columns = definition.columns();
        int[] positions = new int[first.size()];
        Arrays.fill(positions, RecordHandler.IGNORED);
        for (int column = 0; column < columns.size(); column++) {
            Integer place = columns.get(column).source().position();
            int field = place == null ? column : place - 1;
            if (field < positions.length) {
                positions[field] = column;
            }
        }
        return positions;
    }

    /** What is wrong with a first row of so many fields, as a sentence; empty if nothing is. */
    static String flaw(List<String> first, DatasetDefinition definition) {
        List<Column> columns = definition.columns();
        if (columns.stream().map(Column::name).toList().equals(first)) {
            return "the first line names the columns; remove header: false from source";
        }
        int needed = 0;
        for (int column = 0; column < columns.size(); column++) {
            Integer place = columns.get(column).source().position();
            needed = Math.max(needed, place == null ? column + 1 : place);
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
}
