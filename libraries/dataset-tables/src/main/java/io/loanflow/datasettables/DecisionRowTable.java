package io.loanflow.datasettables;

import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.ColumnRole;
import io.loanflow.contracts.dataset.DatasetDefinition;
import io.loanflow.contracts.decision.DecisionTable;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The table of decisions about one data set's rows, as {@link DecisionTable} names it, for the decisions of one definition. Its methods
 * are for the one connection that holds the table's {@link TableLock}.
 */
public final class DecisionRowTable {

    /** What a row has before the columns of the definition, in this order. */
    private static final List<TableColumn> SENT = List.of(
            new TableColumn(DecisionTable.ID, "char(36)"),
            new TableColumn(DecisionTable.DECIDED_AT, "datetime(6)"),
            new TableColumn(DecisionTable.MODEL_VERSION, "int"),
            new TableColumn(DecisionTable.RUN_ID, "varchar(64)"),
            new TableColumn(DecisionTable.MODEL_DIGEST, "char(64)"),
            new TableColumn(DecisionTable.DEFINITION_DIGEST, "char(64)"),
            new TableColumn(DecisionTable.SCORE, "double"),
            new TableColumn(DecisionTable.PROBABILITY, "double"),
            new TableColumn(DecisionTable.THRESHOLD, "double"),
            new TableColumn(DecisionTable.LABEL, "varchar(255)"),
            new TableColumn(DecisionTable.SHADOW, "tinyint"),
            // A record may be as long as a request.
            new TableColumn(DecisionTable.REASONS, "longtext"),
            new TableColumn(DecisionTable.RECORD, "longtext"));

    private static final List<TableColumn> OWN = Stream.concat(
                    SENT.stream(), Stream.of(new TableColumn(DecisionTable.SHIPMENT, "bigint")))
            .toList();

    private static final List<String> KEYS = List.of(
            "PRIMARY KEY (" + DecisionTable.ID + ")",
            "KEY " + DecisionTable.DECIDED_AT + " (" + DecisionTable.DECIDED_AT + ")",
            "KEY " + DecisionTable.SHIPMENT + " (" + DecisionTable.SHIPMENT + ")");

    private final BulkTable table;
    private final List<String> columns;

    public DecisionRowTable(DatasetDefinition definition, TableEngine configured) {
        Map<String, Column> byName = new LinkedHashMap<>();
        definition.columns().stream()
                .filter(column -> column.role() != ColumnRole.TARGET)
                .forEach(column -> byName.put(DecisionTable.columnFor(column.name()), column));
        columns = Stream.concat(SENT.stream().map(TableColumn::name), byName.keySet().stream())
                .toList();
        String name = DecisionTable.nameFor(definition.name());
        table = new BulkTable(new TableLayout(name, definition.name(), OWN, byName, KEYS), configured);
    }

    public String name() {
        return table.name();
    }

    /**
     * Makes the table where there is none, and adds columns that earlier definitions did not have.
     *
     * @throws TableUnfitException if it cannot hold the definition's rows
     */
    public void prepare(Connection connection) throws SQLException {
        table.prepareOrExtend(connection);
    }

    /**
     * Stores decisions in one statement.
     *
     * @param rows as {@link RowEncoder} writes them: id, time ({@code 2026-05-03 12:00:00.123456}), version, run, both digests, score,
     *     probability, threshold, label, shadow (0 or 1), reasons, record, then each column of the definition but the target; closed here.
     *     If it fails, the connection is gone
     * @return rows that the server says it stored
     * @throws SQLException also if the server had to change or skip a value
     */
    public long store(Connection connection, long shipment, InputStream rows) throws SQLException {
        return table.store(connection, columns, DecisionTable.SHIPMENT + " = " + shipment, rows);
    }

    public long count(Connection connection, long shipment) throws SQLException {
        return table.count(connection, DecisionTable.SHIPMENT, shipment);
    }

    /** Removes what an attempt left behind. */
    public void delete(Connection connection, long shipment) throws SQLException {
        table.delete(connection, DecisionTable.SHIPMENT, shipment);
    }
}
