package io.loanflow.datasettables;

import io.loanflow.contracts.dataset.Column;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table of a data set is to hold.
 *
 * @param dataset whose it is
 * @param own columns that it has whatever the definition is; they come first
 * @param columns of the definition, by the name that each has in the table, in the table's order
 * @param keys as {@code CREATE TABLE} takes them; for InnoDB, since ColumnStore has none
 */
public record TableLayout(
        String name, String dataset, List<TableColumn> own, Map<String, Column> columns, List<String> keys) {

    public TableLayout {
        own = List.copyOf(own);
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        keys = List.copyOf(keys);
    }
}
