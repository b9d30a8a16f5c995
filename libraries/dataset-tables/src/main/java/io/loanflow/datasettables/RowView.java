package io.loanflow.datasettables;

import io.loanflow.contracts.dataset.BigTable;
import io.loanflow.contracts.dataset.Column;
import io.loanflow.contracts.dataset.DatasetDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The view with a data set's name, for tools that know nothing of loads: rows of some loads of its table, each with its load's origin. The
 * loads are named in the view's own text: a ColumnStore server joins its tables with those of other engines only where it is set up to.
 */
public final class RowView {

    /** A tool that reads the view in a transaction keeps it as it is; a load does not wait for that. */
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final DatasetDefinition definition;

    public RowView(DatasetDefinition definition) {
        this.definition = definition;
    }

    /** Whether a table has the name that the view would have. */
    public boolean isTaken(Connection connection) throws SQLException {
        String sql = "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?"
                + " AND TABLE_TYPE = 'BASE TABLE'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, definition.name());
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Makes the view, in place of the one that there is.
     *
     * @param origins of the loads whose rows it shows, by load; at least one
     * @throws SQLException also where somebody reads the present one for longer than a few seconds
     */
    public void replace(Connection connection, Map<Long, String> origins) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET STATEMENT lock_wait_timeout = " + LONGEST_WAIT_SECONDS + " FOR " + statement(origins));
        }
    }

    String statement(Map<Long, String> origins) {
        String cases = origins.entrySet().stream()
                .map(load -> "WHEN " + load.getKey() + " THEN '" + load.getValue() + "'")
                .collect(Collectors.joining(" "));
        String columns = Stream.concat(
                        Stream.of(BigTable.ROW_NUMBER),
                        definition.columns().stream().map(Column::name))
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", "));
        String loads = origins.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "CREATE OR REPLACE VIEW `" + definition.name() + "` AS SELECT `" + BigTable.LOAD_ID + "`, CASE `"
                + BigTable.LOAD_ID + "` " + cases + " END AS `" + BigTable.LOAD_ORIGIN + "`, " + columns + " FROM `"
                + BigTable.nameFor(definition) + "` WHERE `" + BigTable.LOAD_ID + "` IN (" + loads + ")";
    }
}
