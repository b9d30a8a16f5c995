package io.loanflow.datasettables;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of a data set that is filled by {@code LOAD DATA}. Its methods are for the one connection that holds the table's {@link TableLock}. */
public final class BulkTable {

    private static final String CHARACTER_SET = " DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_bin";

    private final TableLayout layout;
    private final TableShape shape;
    private final TableEngine configured;

    public BulkTable(TableLayout layout, TableEngine configured) {
        this.layout = layout;
        this.configured = configured;
        shape = new TableShape(layout);
    }

    public String name() {
        return layout.name();
    }

    /**
     * Makes the table where there is none.
     *
     * @throws TableUnfitException if none can be made, or there is one that cannot hold the definition's rows
     */
    public void prepare(Connection connection) throws SQLException {
        TableEngine engine = create(connection);
        StoredTable.read(connection, name()).requireFits(shape.columns(engine), configured);
    }

    /**
     * Makes the table where there is none, and adds columns of the definition that another version of it did not have.
     *
     * @throws TableUnfitException if none can be made, or there is one whose columns are of other types
     */
    public void prepareOrExtend(Connection connection) throws SQLException {
        TableEngine engine = create(connection);
        List<TableColumn> columns = shape.columns(engine);
        List<TableColumn> lacking = StoredTable.read(connection, name()).lacking(columns);
        try (Statement statement = connection.createStatement()) {
            for (TableColumn column : lacking) {
                // One at a time, which is what ColumnStore can do.
                statement.execute(lenient(engine) + "ALTER TABLE `" + name() + "` ADD COLUMN " + column.declaration());
            }
        }
        StoredTable.read(connection, name()).requireFits(columns, configured);
    }

    private TableEngine create(Connection connection) throws SQLException {
        TableEngine engine = configured.on(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(lenient(engine) + createStatement(engine));
        }
        TableRights.ask(connection, name());
        return engine;
    }

    /** A strict InnoDB counts what columns may declare; rows of the definition's categories are known to fit. ColumnStore reads the statement itself. */
    private static String lenient(TableEngine engine) {
        return engine == TableEngine.INNODB ? "SET STATEMENT innodb_strict_mode = OFF FOR " : "";
    }

    String createStatement(TableEngine engine) {
        Stream<String> columns = shape.columns(engine).stream().map(TableColumn::declaration);
        Stream<String> keys = engine == TableEngine.INNODB ? layout.keys().stream() : Stream.of();
        String parts = Stream.concat(columns, keys).collect(Collectors.joining(",\n    ", "    ", ""));
        return "CREATE TABLE IF NOT EXISTS `" + name() + "` (\n" + parts + "\n) ENGINE = " + engine.sqlName()
                + CHARACTER_SET;
    }

    /**
     * Stores rows in one statement.
     *
     * @param columns what each row has, in the order of its values
     * @param same what all rows have besides, as {@code SET} takes it
     * @param rows as {@link RowEncoder} writes them; closed here. If it fails, the connection is gone
     * @return rows that the server says it stored
     * @throws SQLException also if the server had to change or skip a value
     */
    public long store(Connection connection, List<String> columns, String same, InputStream rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(org.mariadb.jdbc.Statement.class).setLocalInfileInputStream(rows);
            long stored = statement.executeLargeUpdate(loadStatement(columns, same));
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

    private String loadStatement(List<String> columns, String same) {
        String names = columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
        return "LOAD DATA LOCAL INFILE 'rows' INTO TABLE `" + name() + "` CHARACTER SET utf8mb4"
                + " FIELDS TERMINATED BY '\\t' ENCLOSED BY '' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n'"
                + " (" + names + ") SET " + same;
    }

    /** Rows whose column has this number. */
    long count(Connection connection, String column, long number) throws SQLException {
        String sql = "SELECT COUNT(*) FROM `" + name() + "` WHERE " + column + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            try (ResultSet count = statement.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }

    /** Removes the rows whose column has this number. */
    void delete(Connection connection, String column, long number) throws SQLException {
        String sql = "DELETE FROM `" + name() + "` WHERE " + column + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, number);
            statement.executeUpdate();
        }
    }
}
