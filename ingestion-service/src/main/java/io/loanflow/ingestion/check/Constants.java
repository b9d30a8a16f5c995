package io.loanflow.ingestion.check;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.ingestion.expectation.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that are not in a file, with the value that all its rows have in each. */
final class Constants {

    private final List<Column> columns;
    private final @Nullable CellParser[] parsers;
    private final char[][] values;

    Constants(Map<String, String> with, DatasetDefinition definition) {
        columns = definition.columns();
        parsers = new CellParser[columns.size()];
        values = new char[columns.size()][];
        for (int position = 0; position < columns.size(); position++) {
            String value = with.get(columns.get(position).name());
            if (value != null) {
                parsers[position] = CellParsers.of(
                        position, columns.get(position), definition.source().format());
                values[position] = value.toCharArray();
            }
        }
    }

    void putInto(Row row) {
        for (int position = 0; position < parsers.length; position++) {
            CellParser parser = parsers[position];
            if (parser != null && values[position].length == 0) {
                row.missing(position);
            } else if (parser != null) {
                parser.parse(values[position], 0, values[position].length, row);
            }
        }
    }

    /** The positions of the columns that are in the file, by what it calls them. */
    Map<String, Integer> others() {
        Map<String, Integer> others = new LinkedHashMap<>();
        for (int position = 0; position < parsers.length; position++) {
            if (parsers[position] == null) {
                others.put(columns.get(position).nameInFile(), position);
            }
        }
        return others;
    }
}
