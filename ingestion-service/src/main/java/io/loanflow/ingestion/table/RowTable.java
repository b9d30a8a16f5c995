package io.loanflow.ingestion.table;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The big table of one data set. Its methods are for the one connection that holds the data set's {@link TableLock}. */
public final class RowTable {

    private static final String CHARACTER_SET = " DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin";

    private final DatasetDefinition definition;
    private final TableEngine configured;
    private final TableShape shape;

    public RowTable(DatasetDefinition definition, TableEngine configured) {
        this.definition = definition;
        this.configured = configured;
        shape = new TableShape(definition);
    }

    public String name() {
        return BigTable.nameFor(definition);
    }

    /**
     * Makes the table where there is none.
     *
     * @throws TableUnfitException if none can be made, or there is one that cannot hold the definition's rows
     */
    public void prepare(Connection connection) throws SQLException {
        TableEngine engine = configured.on(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lenient(engine) + createStatement(engine));
        }
        StoredTable.read(connection, name()).requireFits(shape.columns(engine), configured);
    }

    /** A strict InnoDB counts what columns may declare; rows of the definition's categories are known to fit. ColumnStore reads the statement itself. */
    private static String lenient(TableEngine engine) {
        return engine == TableEngine.INNODB ? "SET STATEMENT innodb_strict_mode = OFF FOR " : "";
    }

    String createStatement(TableEngine engine) {
        String columns = shape.columns(engine).stream()
                .map(TableColumn::declaration)
                .collect(Collectors.joining(",\n    ", "    ", ""));
        // Rows come in the key's order and are read by load: the key costs nothing and spares readers the other loads.
        String key = engine == TableEngine.INNODB
                ? ",\n    PRIMARY KEY (" + BigTable.LOAD_ID + ", " + BigTable.ROW_NUMBER + ")"
                : "";
        return "CREATE TABLE IF NOT EXISTS `" + name() + "` (\n" + columns + key + "\n) ENGINE = " + engine.sqlName()
                + CHARACTER_SET;
    }

    /**
     * Stores rows in one statement.
     *
     * @param rows as {@link RowEncoder} writes them; closed here. If it fails, the connection is gone
     * @return rows that the server says it stored
     * @throws SQLException also if the server had to change or skip a value
     */
    public long store(Connection connection, long loadId, InputStream rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            long stored = statement.executeLargeUpdate(loadStatement(loadId));
            // Read once: asking again forgets them.
            SQLWarning warning = statement.getWarnings();
            if (warning != null) {
                throw new SQLException(
                        "MariaDB did not store every value as it was sent to table " + name() + ": "
                                + warning.getMessage(),
                        warning);
            }
            return stored;
        }
    }

    private String loadStatement(long loadId) {
        String columns = Stream.concat(
                        Stream.of(BigTable.ROW_NUMBER),
                        definition.columns().stream().map(Column::name))
                .map(column -> "`" + column + "`")
                .collect(Collectors.joining(", "));
        return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE `" + name() + "` CHARACTER SET utf8mb4"
                + " FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n'"
                + " (" + columns + ") SET " + BigTable.LOAD_ID + " = " + loadId;
    }

    public long count(Connection connection, long loadId) throws SQLException {
        String sql = "SELECT COUNT(*) FROM `" + name() + "` WHERE " + BigTable.LOAD_ID + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, loadId);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    /** Removes what an attempt left behind. */
    public void delete(Connection connection, long loadId) throws SQLException {
        String sql = "DELETE FROM `" + name() + "` WHERE " + BigTable.LOAD_ID + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, loadId);
            statement.executeUpdate();
        }
    }
}
