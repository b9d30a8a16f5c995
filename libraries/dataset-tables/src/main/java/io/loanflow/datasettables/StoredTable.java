package io.loanflow.datasettables;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table as the server has it.
 *
 * @param columns SQL type by name, whose case does not matter
 */
record StoredTable(String name, String engine, Map<String, String> columns) {

    static StoredTable read(Connection connection, String name) throws SQLException {
        Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String engine = "";
        String sql = "SELECT t.ENGINE, c.COLUMN_NAME, c.COLUMN_TYPE FROM information_schema.TABLES t"
                + " JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME"
                + " WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_NAME = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    engine = found.getString(1);
                    // MariaDB writes bigint(20), whose number means nothing.
                    columns.put(
                            found.getString(2),
                            found.getString(3).replaceFirst("^(bigint|int|tinyint)\\(\\d+\\)", "$1"));
                }
            }
        }
        return new StoredTable(name, engine, columns);
    }

    List<TableColumn> lacking(List<TableColumn> needed) {
        return needed.stream()
                .filter(column -> !columns.containsKey(column.name()))
                .toList();
    }

    void requireFits(List<TableColumn> needed, TableEngine configured) {
        if (configured != TableEngine.AUTO && !configured.sqlName().equalsIgnoreCase(engine)) {
            throw new TableUnfitException(
                    "table " + name + " is stored by " + engine + ", but loanflow.table.engine asks for "
                            + configured.sqlName() + ". Set it to auto, or move the table away; " + moveAway());
        }
        for (TableColumn column : needed) {
            String type = columns.get(column.name());
            if (type == null) {
                throw new TableUnfitException("table " + name + " lacks column " + column.name()
                        + " of the definition. Add it: ALTER TABLE `" + name + "` ADD COLUMN " + column.declaration());
            }
            if (!column.isHeldBy(type)) {
                throw new TableUnfitException("table " + name + " has column " + column.name() + " as " + type
                        + ", but the definition needs " + column.type() + ". Move the table away; " + moveAway());
            }
        }
    }

    private String moveAway() {
        return "another one is then made, and a file that is loaded again is stored again: RENAME TABLE `" + name
                + "` TO `" + name + "_old`";
    }
}
