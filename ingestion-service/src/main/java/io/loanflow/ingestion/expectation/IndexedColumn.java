package io.loanflow.ingestion.expectation;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** A column and where it stands among the columns of its definition, from 0. */
record IndexedColumn(int index, Column column) {

    static List<IndexedColumn> of(DatasetDefinition definition) {
        List<Column> columns = definition.columns();
        return IntStream.range(0, columns.size())
                .mapToObj(index -> new IndexedColumn(index, columns.get(index)))
                .toList();
    }

    String name() {
        return column.name();
    }
}
