package io.loanflow.datasettables;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The big table of one data set. Its methods are for the one connection that holds the data set's {@link TableLock}. */
public final class RowTable {

    private static final List<TableColumn> OWN =
            List.of(new TableColumn(BigTable.LOAD_ID, "bigint"), new TableColumn(BigTable.ROW_NUMBER, "bigint"));

    // Rows come in the key's order and are read by load: the key costs nothing and spares readers the other loads.
    private static final List<String> KEYS =
            List.of("PRIMARY KEY (" + BigTable.LOAD_ID + ", " + BigTable.ROW_NUMBER + ")");

    private final BulkTable table;
    private final List<String> columns;

    public RowTable(DatasetDefinition definition, TableEngine configured) {
        Map<String, Column> byName = new LinkedHashMap<>();
        definition.columns().forEach(column -> byName.put(column.name(), column));
        columns = Stream.concat(Stream.of(BigTable.ROW_NUMBER), byName.keySet().stream())
                .toList();
        table = new BulkTable(
                new TableLayout(BigTable.nameFor(definition), definition.name(), OWN, byName, KEYS), configured);
    }

    public String name() {
        return table.name();
    }

    /**
     * Makes the table where there is none.
     *
     * @throws TableUnfitException if none can be made, or there is one that cannot hold the definition's rows
     */
    public void prepare(Connection connection) throws SQLException {
        table.prepare(connection);
    }

    String createStatement(TableEngine engine) {
        return table.createStatement(engine);
    }

    /**
     * Stores rows in one statement.
     *
     * @param rows as {@link RowEncoder} writes them, row number first; closed here. If it fails, the connection is gone
     * @return rows that the server says it stored
     * @throws SQLException also if the server had to change or skip a value
     */
    public long store(Connection connection, long loadId, InputStream rows) throws SQLException {
        return table.store(connection, columns, BigTable.LOAD_ID + " = " + loadId, rows);
    }

    public long count(Connection connection, long loadId) throws SQLException {
        return table.count(connection, BigTable.LOAD_ID, loadId);
    }

    /** Removes what an attempt left behind. */
    public void delete(Connection connection, long loadId) throws SQLException {
        table.delete(connection, BigTable.LOAD_ID, loadId);
    }
}
